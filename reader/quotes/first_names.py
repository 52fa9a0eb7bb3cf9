"""First names and the gender they mostly go with.

The lists are those of the US Census of 1990 (public domain), cut to the names that at least one in
50,000 bears and four times out of five the same gender, and widened by names common elsewhere.
"""

from __future__ import annotations

from reader.quotes.cues import words

MALE = words(
    """
aaron abdul abdullah abe abel abraham abram adalberto adam adan adolfo adolph adrian agustin ahmad ahmed akira
al alan albert alberto alden aldo alec alejandro aleksandr alex alexander alexei alfonso alfonzo alfred
alfredo ali allan allen alonso alonzo alphonse alphonso alton alvaro alvin amado ambrose amit amos anderson
andre andreas andrei andres andrew andrzej andy angelo anibal anil anthony antione antoine anton antone
antonio antony antti antwan anwar archie arden arjun arlen arlie armand armando arnold arnoldo arnulfo aron
arron art arthur arturo arvind asa ashok asif august augustus aurelio austin avery barney barrett barry bart
barton bashar basil beau ben benedict benito benjamin bennett bennie benny benoit benton bernard bernardo
bernd bernie berry bert bertram bilal bill billy blaine blake bob bobby booker boris boyce boyd brad bradford
bradley bradly brady brain branden brandon brant brendan brendon brent brenton bret brett brian brice brock
broderick brooks bruce bruno bryan bryant bryce bryon buck bud buddy buford burl burt burton buster byron
caleb calvin cameron carl carlo carlos carlton carmelo carmine carroll carson carter cary cecil cedric cedrick
cesar chad chadwick chance charles charley charlie chas chase chauncey cheng chester chet chris christian
christoper christophe christopher chuck clarence clark claud claude claudio clay clayton clement clemente
cletus cleveland cliff clifford clifton clint clinton clyde cody colby cole coleman colin collin colton
columbus conrad cordell corey cornelius cornell cortez cory coy craig cristobal cristopher curt curtis cyril
cyrus dale dallas dalton damian damien damion damon dan dane danial daniel danilo dannie danny dante darell
daren darin dario darius darnell daron darrel darrell darren darrick darrin darron darryl darwin daryl dave
david davis dean deandre deangelo del delbert delmar delmer demarcus demetrius denis dennis denny denver deon
derek derick derrick deshawn desmond devin dewayne dewey dewitt dexter dick diego dieter dilip dillon dimitri
dino dion dirk dmitry domenic domingo dominic dominick dominique don donald donn donnell donnie donny donovan
donte dorsey doug douglas douglass doyle drew duane duarte dudley duncan dustin dwain dwayne dwight dylan earl
earle earnest ed eddie eddy edgar edgardo edison edmond edmund edmundo eduard eduardo edward edwardo edwin
efrain efren elbert elden eldon eldridge eli elias elijah eliseo elliot elliott ellis ellsworth elmer elmo
eloy elroy elton elvin elvis elwood emanuel emerson emery emil emile emilio emmanuel emmett emmitt emory emre
enoch enrique erasmo eric erich erick erik ernest ernesto ernie errol ervin erwin esteban ethan eugene eugenio
eusebio evan everett everette ezekiel ezequiel ezra fabian faisal farid faustino fausto federico felipe felix
felton ferdinand fermin fernando fidel filiberto fletcher florencio florentino florian floyd forest forrest
foster francesco francis francisco francois frank franklin franklyn franz fred freddie freddy frederic
frederick fredric fredrick freeman fritz fyodor gabor gabriel galen garfield garland garret garrett garry
garth gary gaston gavin gaylord genaro gene gennady geoffrey george georgi gerald geraldo gerard gerardo
gerhard gil gilbert gilberto gino giorgio giovanni giuseppe glen glenn gonzalo gopal goran gordon grady graham
graig grant granville greg gregg gregorio gregory grover guido guillermo gunther gus gustavo guy hal hamid
hank hans harlan harland harley harold harris harrison harry haruki harvey hassan hayden haywood heath hector
heinrich heinz helmut henrik henry herb herbert heriberto herman herschel hershel hilario hilton hipolito
hiram hiroshi hobert hollis homer horace horacio hosea houston howard hoyt hubert huey hugh hugo humberto hung
hunter hussein hyman ian ibrahim ignacio igor ike imran ira irvin irving irwin isaac isaiah isaias isiah
isidro ismael isreal issac ivan jacek jacinto jack jackson jacob jacques jake jamaal jamal jamar jame jamel
james jamison jan jared jarod jarred jarrett jarrod jarvis jason jasper javier jay jayson jc jean jed jeff
jefferey jefferson jeffery jeffrey jeffry jens jerald jeramy jere jeremiah jeremy jermaine jerold jerome
jeromy jerrell jerrod jerrold jerry jess jesse jesus jim jimmy joao joaquin joe joel joesph joey johan johann
johannes john johnathan johnathon johnny johnson jon jonah jonas jonathan jonathon jordan jordon jorg jorge
jose josef joseph josh joshua josiah jospeh josue jozef juan jude judson jules julian julio julius junior
jurgen justin kamal kareem karim karl kazuo keenan keith kelvin ken kendall kendrick keneth kenji kenneth
kennith kenny kent kenton kermit keven kevin khalid kieth king kip kirby kirk klaus kofi korey kory kraig
kristofer kristopher kumar kurt kurtis kyle lamar lamont lance landon lane lanny larry lars laszlo laurence
lawerence lawrence lazaro leandro lech leif leland lemuel len lenard lenny leo leon leonard leonardo leonel
leonid leopoldo leroy les lester levi lewis lincoln lino linwood lionel lloyd logan lon lonnie lonny loren
lorenzo louie louis lowell loyd luca lucas luciano lucien lucio lucius luigi luis lukas luke luther lyle lyman
lyndon lynwood mac maciej mack mahmoud major malcolm malcom malik manoj manual manuel marc marcel marcelino
marcellus marcelo marcin marco marcos marcus marek margarito mariano mario mark markus marlin marlon marquis
marshall martin marty marvin mason mateo mathew mathieu matt matteo matthew matthias maurice mauricio maurizio
mauro max maximo maxwell maynard mckinley mehmet mel melvin merlin merrill mervin micah michael michale
micheal michel mickey miguel mike mikel mikhail milan miles milford millard milo milton miquel mitch mitchel
mitchell modesto mohamed mohammad mohammed moises monroe monte monty morris morton mose moses moshe muhammad
murray mustafa myles myron napoleon narendra nathan nathanael nathanial nathaniel neal ned neil nelson nestor
neville newton nicholas nick nickolas nicolas nigel nikolai nikolas noah noble noe noel nolan norbert norberto
norman normand norris octavio odis olaf oleg olen olin oliver olivier omar omer oren orlando orval orville
osama oscar osman osvaldo oswaldo otha otis otto owen pablo palmer paolo parker pascal pasquale patrick paul
pavel pedro percy perry pete peter phil philip philippe phillip pierre piotr porfirio porter prakash preston
prince pyotr quentin quincy quinn quintin quinton rafael rahul raj rajesh raleigh ralph ramesh ramiro ramon
randal randall randell randolph randy raphael rashad rashid raul ravi ray rayford raymon raymond raymundo
recep reed reggie reginald reid reinaldo reinhard renaldo renato reuben rex rey reyes reynaldo reza rhett
ricardo rich richard richie rick rickey rickie ricky rico rigoberto riley rob robby robert roberto robt rocco
rocky rod roderick rodger rodney rodolfo rodrick rodrigo rogelio roger roland rolando rolf rolland roman romeo
ron ronald ronnie ronny roosevelt rory roscoe rosendo ross roy royal royce ruben rubin rudolf rudolph rudy
rueben rufus rupert russ russel russell rusty ryan saad sal salman salvador salvatore sam samir sammy samual
samuel sanford sanjay santiago santo santos saul scot scott scottie scotty sean sebastian sergei sergey sergio
seth seymour shad shane shaun shawn shayne sheldon shelton sherman sherwood shinzo shon sid sidney silas simon
sol solomon sonny spencer stan stanford stanley stanton stefan stephan stephane stephen sterling steve steven
stewart stuart subramanian sunil suresh sven sylvester tad takashi tanner tariq ted teddy teodoro terence
terrance terrell terrence thad thaddeus theodore theron thierry thomas thorsten thurman tim timmy timothy
titus tobias toby tod todd tom tomas tomasz tommy toney tony tory toshiro travis trent trenton trevor trey
tristan troy truman tuan ty tyler tyree tyrell tyron tyrone tyson ulysses uwe valentin valentine van vance
vaughn vern vernon vicente victor vijay vikram viktor vince vincent vincenzo vinod virgil virgilio vito
vladimir volodymyr von wade waldo walker wallace wally walter walton ward warner warren waylon wayne weldon
wendell werner wes wesley weston wilber wilbert wilbur wilburn wiley wilford wilfred wilfredo wilhelm will
willard william williams willian willis willy wilmer wilson wilton winford winfred winston wm wolfgang woodrow
wyatt xavier yasser yevgeny youssef yuri yusuf zachariah zachary zachery zack zackary zane zoltan
"""
)

FEMALE = words(
    """
abbey abbie abby abigail ada adaline addie adela adelaida adelaide adele adelia adelina adeline adell adella
adelle adina adria adriana adriane adrianna adrianne adriene adrienne afton agatha agnes agustina aida aiko
aileen aimee aisha aja akiko alaina alana alanna alba alberta albertha albertina albertine albina alda alecia
aleida alejandra alejandrina alena alene alesha alesia alessandra aleta aletha alethea alethia alexa alexandra
alexandria alexia alfreda alia alica alice alicia alida alina aline alisa alise alisha alishia alisia alison
alissa alix aliza alla allegra allene allie alline allison allyson alma almeda almeta alpha alta altagracia
altha althea alvera alvina alyce alycia alyse alysha alysia alyson alyssa amada amalia amanda amber amelia ami
amie amina amira ammie amparo amy ana anabel anastacia anastasia andra andrea andree andria anette angela
angele angelena angeles angelia angelic angelica angelika angelina angeline angelique angelita angella angie
angle anglea anh anika anissa anita anitra anjali anjanette ann anna annabel annabell annabelle annalee
annalisa annamae annamarie anne anneke anneliese annemarie annett annetta annette annice annie annika annis
annmarie antionette antoinette antonette antonia antonietta antonina anya april apryl araceli aracelis aracely
arcelia ardell ardella ardis ardith aretha ariana ariane arianna arie arielle arla arleen arlena arlene
arletta arlette arline armanda armida arminda arnetta arnita artie arvilla asha ashely ashlee ashleigh ashley
ashli ashlie ashly ashlyn ashton assunta astrid asuncion athena audie audra audrea audrey audry augusta
augustina aundrea aung aura aurea aurelia aurora autumn ava avelina avis awilda ayana ayanna ayesha azucena
babara babette bailey bambi barb barbar barbara barbera barbie barbra bea beatrice beatriz beckie becky belen
belia belinda bella belle belva benita berenice bernadette bernadine berneice bernetta bernice berniece
bernita berta bertha bertie beryl bess bessie beth bethann bethany bethel betsey betsy bette bettie bettina
betty bettye beulah bev beverlee beverley beverly bianca billie billye birdie birgit blanca blanch blanche
blythe bobbi bobbie bobbye bonita bonnie bonny branda brandee brandi brandie brandy breanna breanne bree
brenda brenna briana brianna brianne bridget bridgett bridgette brigette brigid brigida brigitte brinda
britany britney britni brittani brittany brittney brittni bronwyn brook brooke brunilda brynn buffy caitlin
caitlyn callie camelia cami camilla camille cammie candace candance candelaria candi candice candida candie
candis candy candyce caprice cara caren cari caridad carie carin carina carisa carissa carla carleen carlene
carletta carley carlie carline carlota carlotta carly carlyn carma carman carmel carmela carmelina carmelita
carmella carmen carmon carol carolann carole carolee carolina caroline carolyn carolyne carolynn caron carri
carrie caryl caryn casandra casie cassandra cassidy cassie catalina catarina caterina catharine catherine
cathey cathi cathie cathleen cathrine cathryn cathy catina catrina cecelia cecila cecile cecilia cecily celena
celeste celestina celestine celia celina celine chana chanda chandra chanel chantal chante chantel chantell
chantelle charise charissa charisse charity charla charleen charlene charlette charline charlotte charmaine
charolette chasity chastity chau chaya chelsea chelsey chelsie cheri cherie cherise cherish cherly cherri
cherrie cherry cherryl cheryl cheryle cheryll cheyenne chiara chimamanda chin chiquita chloe chrissy christa
christal christeen christel christen christena christene christi christiana christiane christie christin
christina christine christy chrystal chun ciara cicely ciera cierra cinda cindi cindy cinthia claire clara
clare claribel clarice clarine clarissa clarita claudette claudia claudine clementina clementine clemmie
cleopatra cleora cleta clotilde coleen coletta colette colleen collen collette concepcion concetta conchita
connie constance consuela consuelo cora coral corazon cordelia cordie coreen corene coretta cori corie corina
corine corinna corinne corliss cornelia corrie corrina corrine cortney courtney criselda crissy crista cristal
cristen cristi cristie cristin cristina cristine cristy crystal cyndi cynthia cythia dagmar dahlia daisey
daisy dalia dalila damaris danae danelle danette dani dania danica daniela daniele daniella danielle danika
danita danna dannette dannielle danuta danyelle daphine daphne dara darby darci darcie darcy daria darla
darleen darlene darline davida davina dawn dawna dawne dayle dayna deana deandra deane deann deanna deanne deb
debbi debbie debbra debby debi debora deborah debra debrah debroah dedra deeann deena deepa deidra deidre
deirdre delana delena delfina delia delicia delilah delinda delisa dell della delma delois delora delores
deloris delpha delphia delphine delta demetra demetria demetrice dena deneen denese denice denise denisha
denita denna dennise desirae desire desiree dessie destiny detra devona devora devorah diamond dian diana
diane diann dianna dianne diedra diedre digna dilma dimple dina dinah dione dionna dionne dixie dollie dolly
dolores doloris domenica dominga dominque domonique dona donetta donita donna donya dora dorathy dorcas doreen
dorene doretha dori dorie dorinda dorine doris dorotha dorothea dorothy dorris dortha dorthea dorthy dot
dottie dovie dreama drema drucilla drusilla dulce dung dyan earlean earleen earlene earline earnestine eartha
easter eboni ebony echo eda edda edelmira eden edie edith edna edwina edythe effie eileen ekaterina elaina
elaine elana elanor elayne elba elda eldora eleanor eleanora eleanore elease elena eleni elenor elenora
elfriede elia eliana elicia elida elif elinor elisa elisabeth elise elissa eliza elizabeth elizbeth elizebeth
elke ella ellen ellie elly ellyn elma elmira elna elnora elodia elois eloisa eloise elouise elsa else elsie
elva elvera elvia elvie elvina elvira elyse ema emelda emelia emiko emilee emilia emilie emily emine emma
emmie emmy emogene ena enedina eneida enid enola enriqueta epifania era erica ericka erika erin erinn erlene
erlinda erline erma ermelinda erminia erna ernestina ernestine esmeralda esperanza essie esta estela estell
estella estelle ester esther estrella ethel ethelene ethelyn ethyl etta eugenia eugenie eula eulalia eun
eunice eva evalyn evangelina evangeline eve evelia evelin evelina eveline evelyn evelyne evette evie evon
evonne exie fabiola fae faith fallon fannie fanny farah farrah fatima fatou faustina fawn fay faye fe felecia
felica felice felicia felicita felicitas felipa felisa felisha fern fernanda ferne filomena fiona flavia flo
flor flora florance florence florencia florene florentina floretta florinda florine flossie floy fonda fran
frances francesca francie francina francine francisca francoise freda frederica fredericka frederique fredia
freeda freida frieda fumiko gabriela gabriele gabriella gabrielle gail garnet garnett gay gaye gayla gayle
gaylene gaynell gearldine gemma gena geneva genevieve genia genie gennie genoveva georgene georgetta georgette
georgia georgiana georgianna georgie georgina georgine geraldine geralyn gerda geri germaine gerri gertha
gertie gertrud gertrude gia gigi gilda gillian gina ginger ginny giorgia giovanna gisela gisele giselle giulia
gladis glady gladys glenda glendora glenna glennie glennis glinda gloria glory glynda golda goldie grace
gracia gracie graciela gregoria greta gretchen gretta griselda gudrun guillermina gussie gwen gwenda gwendolyn
gwenn gwyn hae hailey haley halina hallie hana hanh hanna hannah hannelore harmony harriet harriett harriette
hattie haydee hayley hazel heather hedwig hedy hee heide heidi helen helena helene helga hellen henrietta
henriette herlinda hermelinda hermina hermine herminia hester hettie hilaria hilary hilda hilde hildegard
hildegarde hildred hillary hilma hiroko hoa holley holli hollie holly honey hope hortencia hortense hortensia
hui hulda huong hyacinth hye hyon hyun ida idalia idell idella iesha ignacia ila ilana ilda ileana ilene
iliana ilona ilse iluminada ima imelda imogene ina india indira inell ines inez inga inge ingeborg inger
ingrid inocencia iola iona ione irena irene irina iris irish irma irmgard isa isabel isabell isabella isabelle
isaura isela isidra isis iva ivana ivette ivonne ivy jacalyn jacinta jackeline jacki jacklyn jaclyn jacqualine
jacque jacquelin jacqueline jacquelyn jacquelyne jacquelynn jacquiline jacquline jacqulyn jada jade jadwiga
jaimie jaleesa jami jamila jammie jana janae janay jane janeen janel janell janelle janene janessa janet
janeth janett janetta janette janey janice janie janina janine janis janita jann janna jannette jannie
jaqueline jasmin jasmine jaunita jayme jayne jazmin jazmine jeana jeane jeanene jeanetta jeanette jeanie
jeanine jeanna jeanne jeannette jeannie jeannine jelena jen jena jenell jenelle jenette jeni jenice jenifer
jeniffer jenine jenise jenna jennefer jennette jenni jennie jennifer jenniffer jenny jeraldine jeri jerilyn
jerri jerrie jesenia jesica jessenia jessi jessica jesusa jettie jewel jewell jill jillian jina jo joan joana
joanie joann joanna joanne jocelyn jodee jodi jodie joeann joella joelle joellen joetta johana johanna
johnetta johnna joi jolanda joleen jolene jolie jolynn jona jonell jonelle joni jonna jonnie josefa josefina
joselyn josephina josephine josette josie joslyn jovita joy joyce joycelyn joye juana juanita judi judie
judith judy julee juli julia juliana juliane juliann julianna julianne julie julienne juliet julieta juliette
julissa june junita justina justine jutta kacey kaci kacie kacy kaitlin kaitlyn kala kaley kali kam kamala
kami kandace kandi kandice kandy kara karan karen karey kari karie karin karina karine karissa karla karleen
karlene karma karmen karol karolyn karon karren karri karrie karyl karyn kasandra kasie kassandra kassie
katarzyna kate katelyn kathaleen katharina katharine kathe katherin katherine kathern katheryn kathey kathi
kathie kathleen kathlene kathlyn kathrine kathryn kathryne kathy kathyrn kati katia katie katina katja katlyn
katrice katrina kattie katy kay kaye kayla kaylee kayleen kayleigh kaylene kazuko kecia keely keena keesha
keiko keisha keli kelle kellee kelley kelli kellie kelly kellye kelsey kelsie kena kendra kenisha kenna
kenyatta kenyetta keri kerri kerrie kesha keshia khadija kia kiana kiara kiera kiesha kiley kimber kimberely
kimberlee kimberley kimberli kimberlie kimberly kimbery kimiko kindra kira kirsten kirstin kisha kitty kizzy
kori kourtney krista kristal kristan kristel kristen kristi kristian kristie kristin kristina kristine kristy
kristyn krysta krystal krystle krystyna ksenia kyla kylee kylie kym kymberly kyra kyung lacey laci lacie
ladonna lady lai laila lakeisha lakesha lakeshia lakisha lakshmi lana lanell lanette lani lanita laquita lara
larae laraine larhonda larisa larissa laronda larue lasandra lashanda lashawn lashonda lashunda latanya
latasha latashia latesha latia laticia latisha latonia latonya latoria latosha latoya latrice latricia latrina
launa laura laure laureen laurel lauren laurene lauretta laurette lauri laurice laurie laurine lavada lavera
laverna lavina lavinia lavon lavonda lavonia lavonne lawana lawanda lawanna layla le lea leah leana leandra
leann leanna leanne leatha leatrice leda leeann leeanna leeanne leesa leigh leighann leila leilani leisa lela
lelia lena lenna lennie lenora lenore leola leona leonarda leone leonie leonila leonor leonora leonore leora
leota lera lesa lesia leslee lesley lesli lessie leta letha leticia letitia lettie letty lexie lezlie lia
liana liane libby liberty librada lida lidia lien ligia lila lili lilia lilian liliana lilla lillian lillie
lilly lily lina linda lindsay lindsey lindy linette linh linnea linnie linsey lisa lisbeth lise lisette lisha
lissa lissette lita livia liz liza lizabeth lizbeth lizette lizzie loan loida lois lola lolita loma lona loni
lonna lora loraine lore loree loreen lorelei lorena lorene lorenza loretta lori loriann lorie lorinda lorine
lorna lorraine lorretta lorri lorrie lory lottie lou louann louanne louella louisa louise lourdes louvenia
lovella lovie loyce lu luana luann luanne lucia luciana lucie lucienne lucila lucile lucille lucina lucinda
lucrecia lucretia lucy ludie ludmila lue luella luisa luise lula lulu luna lupe lupita lura lurline luvenia
luz lyda lydia lyla lyn lynda lyndsay lyndsey lynell lynelle lynette lynne lynnette lynsey mabel mable
machelle macie mackenzie macy madaline madalyn madeleine madeline madelyn madge madie madison madlyn madonna
mae maegan magaly magan magaret magda magdalen magdalena magdalene magen maggie magnolia maia maida maira maja
majorie malala malgorzata malia malika malinda malisa malissa mallory mamie mammie mana manda mandi mandy
manuela maple mara maranda marcela marcelina marceline marcella marcelle marci marcia marcie marcy maren
margaret margareta margarete margarethe margarett margaretta margarette margarita margarite margart marge
margeret margery marget margie margit margo margorie margot margret margrethe marguerita marguerite margurite
mari maria mariah mariam marian mariana mariann marianna marianne maribel maribeth maricela marie mariel
mariela marietta marija marilee marilou marilu marilyn marilynn marina marine marisa marisela marisol marissa
marita maritza marjorie marjory markita marla marlana marleen marlen marlena marlene marlo marlyn marlys marna
marni marnie marquerite marquetta marquita marry marsha marta martha marti martina martine marva marvel mary
marya maryalice maryam maryann maryanne marybeth maryellen maryjane maryjo marylee marylin marylou marylyn
masako mathilda mathilde matilda matilde mattie maud maude maudie maura maureen maurine mavis maxie maxine may
maya maybell maybelle maye mayme mayra mazie mckenzie meagan meaghan mechelle mee meera meg megan megawati
meggan meghan meghann melaine melanie melany melba melina melinda melisa melissa melissia mellie mellisa
mellissa melodie melody melonie melony melva melvina melynda mercedes mercy meredith meri meridith merilyn
merlene merna merri merry meryem meryl meta mia micaela michaela michele micheline michell michelle michiko
micki mickie migdalia miguelina mika mikki mila milagro milagros mildred milena milissa millicent millie mimi
mina minako mindi mindy minerva minna minnie mira miranda mireille mireya miriam mirian mirna mirta mirtha
missy misti misty mittie mitzi modesta moira mollie molly mona monica monika monique monserrate mozell mozella
mozelle mui muriel myra myriam myrle myrna myrtice myrtie myrtis myrtle nada nadia nadine nakia nakisha nakita
nan nana nanci nancie nancy nanette nannette nannie naoma naomi narcisa natalia natalie natasha nathalie
natividad natosha nedra nelda nelia nelida nell nella nelle nellie nelly nena neoma nereida nerissa neta
nettie neva nga ngoc nia nichelle nichol nichole nicki nickie nickole nicol nicola nicolasa nicole nicolette
nicolle nidia nieves niki nikia nikita nikki nikole nila nilda nilsa nina ninfa nita noelia noella noelle
noemi nola noma nona noor nora norah noreen norene norine norma nour nova novella nydia nyla obdulia ocie
octavia odessa odette odilia ofelia oksana ola oleta olga oliva olive olivia olympia oma omega ona oneida opal
ophelia ora oralia orpha ossie otilia ouida ozella padma page paige palma pam pamala pamela pamelia pamella
pandora pansy paola particia patience patrica patrice patricia patrina patsy patti pattie patty paula pauletta
paulette paulina pauline pearl pearle pearlene pearlie pearline peggie peggy penelope penney penni pennie
penny perla petra petrina phillis philomena phoebe phuong phylis phyliss phyllis pia piedad pilar pinkie piper
polly pooja porsha portia precious pricilla princess priscilla priya prudence qiana queen queenie quiana
rachael racheal rachel rachele rachell rachelle racquel rae raeann rafaela raina ramona ramonita rana ranae
randa randee randi rania raquel rasheeda rashida raven raye raylene rayna reatha reba rebbeca rebbecca rebeca
rebecca rebekah reda regan regena regenia regina reiko reina rekha remedios rena renae renata renate renea
renee renetta renita reta retha retta reva reyna rhea rhiannon rhoda rhonda richelle rikki rina risa rita
robbin roberta robin robyn rochell rochelle rocio rolanda roma romaine romana romelia romona rona ronda roni
ronna ronni rosa rosalba rosalee rosalia rosalie rosalina rosalind rosalinda rosaline rosalva rosalyn rosamond
rosana rosann rosanna rosanne rosaria rosario rosaura rose roseann roseanna roseanne rosella roselyn rosemarie
rosemary rosetta rosia rosie rosina rosita roslyn rowena roxana roxane roxann roxanna roxanne roxie rozella
rubie ruby rubye rufina ruth ruthann ruthie sabina sabine sabra sabrina sachiko sade sadie sakura salena
salina sallie sally salome samantha samara samatha samira sandi sandra sandy sanjuana sanjuanita sanna sanora
santa santana santina sara sarah sari sarina sarita sasha saundra savanna savannah scarlet scarlett sebrina
selena selene selina selma serena serina sha shabana shaina shakira shalonda shameka shamika shana shanda
shandra shaneka shanell shanelle shani shanice shanika shanita shanna shannan shannon shanon shanta shante
shantel shantell shara sharee sharen shari sharita sharla sharleen sharlene sharon sharonda sharron sharyl
sharyn shasta shauna shaunna shavon shavonne shawana shawanda shawna shawnda shawnee shawnna shay shayla
shayna shea sheena sheikha sheila sheilah shela shelba shelia shelley shelli shellie shelly shemika shena
shenita sheree sheri sherie sherilyn sherita sherley sherly sherlyn sheron sherrell sherri sherrie sherrill
sherron sherry sherryl shery sheryl shiela shira shirlee shirleen shirlene shirley shirly shona shonda shonna
shoshana sibyl sierra signe sigrid silva silvana silvia simona simone sindy siobhan skye slyvia socorro sofia
solange soledad sommer sondra sonia sonja sonya sook sophia sophie soraya spring stacey staci stacia stacie
stacy star starla starr stefani stefania stefanie steffanie stella stephaine stephani stephanie stephany
stephenie stephine stormy sudie sue sueann suellen suk summer sunita sunny sunshine susan susana susann
susanna susannah susanne susie suzan suzann suzanna suzanne suzette suzie suzy svetlana swati sybil syble
sylvia sylvie synthia syreeta tabatha tabetha tabitha takisha talia talisha talitha tamala tamar tamara
tamatha tameika tameka tamekia tamela tamera tamesha tami tamica tamie tamika tamiko tammara tammi tammie
tammy tamra tana tanesha tangela tania tanika tanisha tanja tanna tanya tara tarah tarsha taryn tasha tashia
tatiana tawana tawanda tawanna tawny tawnya teena temeka tena tenisha tennie tennille teodora tequila tera
tereasa teresa terese teresita teressa teri terra terresa terri terrie tesha tess tessa tessie thalia thao
thea theda thelma theodora theola theresa therese theresia thersa thomasina thomasine thresa tia tiana tianna
tiara tierra tiesha tiffani tiffanie tiffany tiffiny tillie tina tiny tisha tomasa tomeka tomika tomoko tonda
toni tonia tonie tonja tonya tori tosha toshiko towanda toya tracee tracey traci tracie tracy trang trena
tresa tressa tressie treva tricia trina trinity trish trisha trista trudi trudie trudy trula tuyet twana twila
twyla tyesha tyra una ursula usha vada valarie valda valencia valentina valeria valerie valery vallie valorie
vanda vandana vanesa vanessa vanita vannessa veda velda velia vella velma velva velvet vena venessa venice
venita venus veola vera verda verdell verdie verena vergie verla verlene verlie verna vernell vernetta vernice
vernie vernita verona veronica veronique versie vesta veta vicenta vickey vicki vickie vicky victoria vida
vikki vilma vina vincenza vinnie viola violet violeta violette virgie virgina virginia vita viva vivan vivian
viviana vivien vivienne vonda vonnie wai waltraud wanda wanita wanjiru wendi wendy whitney wilda wilhelmina
willa willene willette willia wilma windy winifred winnie winnifred winona wonda wynona xiomara yadira yang
yanira yasmin yee yekaterina yelena yesenia yetta yoko yolanda yolande yolando yolonda yoshiko yukiko yuko
yulia yumi yun yvette yvonne zaida zainab zandra zelda zella zelma zena zenaida zenobia zeynep zina zita zoe
zofia zoila zola zona zora zoraida zsuzsa zula zulema zulma
"""
)

EITHER = words(
    """
alexis angel aubrey blair bo carey casey chang clair cleo cruz dana dee devon dong elisha frankie gale gerry
guadalupe ha hai jackie jaime jamie jessie jimmie jin jody johnnie jung kasey kerry kim kris kum kyong lacy
lan laverne lee leslie li lin ling lynn ma mai marion mei merle min morgan myong myung odell ollie pat rene
robbie sammie shelby shu song soo soon su sydney tam taylor terry thu thuy tommie wei willie yan yen yi ying
young yu zhang
"""
)

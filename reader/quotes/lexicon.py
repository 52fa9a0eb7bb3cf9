"""Closed word classes and the nouns that people, bodies and documents are called by.

General English word lists, written for this module; ``TAGS`` maps a lower-case word to the one
character its class has in the patterns of the ranker.
"""

from __future__ import annotations

from reader.quotes.cues import cue_tags, words

PRONOUNS = words("he she they it we i you who one")
"""Pronouns that can be the mention of a speaker."""

GENDERED = {"he": "m", "she": "f", "his": "m", "her": "f"}
"""Gender of the pronouns that name one person."""

DETERMINERS = words(
    """
    the a an one another some several many most both all two three four five six seven few other each every
    this that these those no any his her their its our my your
    """
)

TITLES = words(
    """
    mr mrs ms miss dr prof professor sen senator rep representative gov governor pres president vice lt
    sgt capt captain col colonel gen general maj major cmdr commander adm admiral rev reverend fr father
    sister brother pastor bishop archbishop cardinal pope imam rabbi sheikh sir dame lord lady baron king
    queen prince princess sheriff chief judge justice mayor minister secretary chancellor ambassador
    congressman congresswoman councilman councilwoman councillor speaker chairman chairwoman director
    detective officer deputy attorney premier coach dean superintendent commissioner delegate assemblyman
    assemblywoman sens reps govs mssrs messrs
    """
)
"""Titles that stand before a name and are no part of it."""

MALE_TITLES = words("mr sir lord king prince father brother congressman councilman baron pope rabbi")
FEMALE_TITLES = words("mrs ms miss dame lady queen princess sister congresswoman councilwoman")

PARTICLES = words("de da del della der den di du el al la le van von bin bint ibn ter dos das y abu")
"""Small words inside a family name."""

SUFFIXES = words("jr sr ii iii iv phd md esq")

ORGANISATION_WORDS = words(
    """
    inc corp co ltd llc plc gmbh company companies corporation group holdings partners bank university
    college school institute institution center centre foundation association society union council
    committee commission agency bureau department ministry office administration government house senate
    congress parliament court party pac campaign coalition alliance league federation organization
    organisation network fund trust times post journal news press tribune herald gazette globe guardian
    telegraph chronicle observer magazine review television radio media daily weekly service services
    police army navy force forces board authority church hospital museum library studio studios records
    airlines airways motors systems technologies labs laboratory laboratories international national
    global united states nations republic street hall
    """
)
"""Words that make a capitalised name that of a body rather than of a person."""

PERSON_NOUNS = words(
    """
    official spokesman spokeswoman spokesperson aide adviser advisor strategist analyst expert officer
    leader candidate nominee lawmaker politician senator congressman congresswoman governor president
    minister secretary chairman chairwoman chair director manager chief executive ceo cfo cto coo founder
    co-founder owner head professor teacher student scholar researcher scientist economist historian
    author writer journalist reporter columnist editor correspondent anchor host moderator commentator
    critic activist advocate organizer organiser supporter opponent voter resident neighbor neighbour
    witness victim survivor source insider lawyer attorney prosecutor judge justice jury juror defendant
    plaintiff detective sheriff cop police doctor physician surgeon nurse psychologist engineer developer
    designer architect artist actor actress singer musician director producer comedian filmmaker player
    coach athlete soldier veteran general colonel captain commander pilot farmer worker employee employer
    businessman businesswoman entrepreneur investor banker trader broker consultant contractor billionaire
    millionaire mogul tycoon pastor priest bishop minister imam rabbi pope mother father parent son
    daughter brother sister wife husband widow uncle aunt cousin friend colleague partner roommate
    girlfriend boyfriend child boy girl man woman person people men women guy lady gentleman teenager
    customer client patient passenger driver tourist visitor refugee migrant immigrant protester protestor
    demonstrator crowd audience member delegate representative ambassador diplomat mayor commissioner
    councilman councilwoman deputy assistant vice contender rival frontrunner front-runner democrat
    republican conservative liberal progressive libertarian hopeful native narrator speaker participant
    attendee volunteer staffer operative pollster donor fundraiser fan follower reader viewer listener
    user caller guest pundit observer watcher skeptic sceptic pair couple duo trio father-in-law
    mother-in-law neurosurgeon prosecutor treasurer secretary-general superintendent principal whip dean
    chancellor premier king queen prince princess lord dictator chef baker vendor owner landlord tenant
    suspect inmate prisoner officer agent spy hacker
    """
)
"""Nouns for a person or a number of persons."""

BODY_NOUNS = words(
    """
    company firm group organization organisation agency department ministry government administration
    committee commission council board court party campaign union association team office bureau church
    school university newspaper paper magazine network station website site outlet publication bank
    foundation nonprofit non-profit coalition panel institute regulator authority authorities congress
    parliament senate house army military police
    """
)
"""Nouns for a body that can speak."""

DOCUMENT_NOUNS = words(
    """
    statement report letter email e-mail memo memorandum document lawsuit complaint indictment ruling
    opinion filing order bill law text message tweet post posting release article story editorial column
    book ad advertisement advert commercial video sign banner poster slogan headline caption transcript
    survey poll study resolution petition platform pamphlet brochure note notice
    """
)
"""Nouns for a text that can be quoted."""

ANONYMOUS_WORDS = words(
    """
    source sources insider insiders official officials person people somebody someone critics observers
    experts analysts anonymity unnamed anonymous unidentified
    """
)
"""Words of mentions that keep the speaker's name back."""

SPEECH_NOUNS = words(
    """
    statement interview speech remarks comments comment tweet letter email message words word phrase
    question response answer reply quote line slogan motto term retort rebuttal argument claim warning
    note post conference call testimony address memo press debate op-ed column
    """
)
"""Nouns for the act or form of what is said."""

TIME_WORDS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue
    wed thu fri sat today yesterday tomorrow tonight week month year day morning afternoon evening night
    weekend ago earlier later recently now then hours minutes moments days weeks months years spring
    summer autumn winter
    """
)

_CLASSES = (
    (
        "x",
        "is was are were be been being am has had have having do does did will would can could may might "
        "must shall should isn wasn didn doesn don won wouldn",
    ),
    (
        "p",
        "in on at by for from with about of to into onto over under after before during against between "
        "among through without within since until upon toward towards across behind beyond near despite "
        "alongside amid via per like as than including regarding following besides unlike out off up down "
        "around along inside outside",
    ),
    ("j", "and or but nor yet so plus while although though because if unless whereas whether"),
    ("r", "which who whom whose when where why how what"),
    ("t", "that"),
    ("n", "not never n't no"),
    (
        "a",
        "also just only even still again once already soon later then thus therefore however meanwhile "
        "moreover too instead indeed perhaps often sometimes always finally now here there yesterday today "
        "likewise nonetheless nevertheless similarly tonight tomorrow first last next back further rather "
        "quite very both earlier ever away yet more less most",
    ),
    ("o", "me him us them himself herself itself themselves myself"),
    (
        "v",
        "took made came got gave went became had held kept left met ran sat stood lost won brought "
        "bought built caught chose drew drove fell fought gets gives grew makes meant paid sent set sold "
        "spent takes taught threw wore wants knows comes goes works runs keeps seems become appears means",
    ),
)


def _word_tags() -> dict[str, str]:
    tags = cue_tags()
    for tag, members in _CLASSES:
        tags.update(dict.fromkeys(members.split(), tag))
    tags.update(dict.fromkeys(DETERMINERS, "d"))
    tags.update(dict.fromkeys(PRONOUNS - {"one"}, "P"))
    tags["according"] = "@"
    return tags


TAGS: dict[str, str] = _word_tags()
"""Class of a small-letter word; one it does not hold is a noun or adjective until its ending says more."""

CLOSED = frozenset("xprjtnaod@P")
"""Tags of closed classes: a capital letter does not make a name of such a word."""

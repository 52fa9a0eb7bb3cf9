"""How German, French and Spanish say who speaks: verbs, subjects, frames, as patterns over raw text.

General report verbs and office nouns of each language, written for this module.
"""

from __future__ import annotations

import re
from functools import cache

from reader.values import frozen

_CAPITAL = r"(?:(?:Dr|Prof|Hr|Fr|Sr|Sra|Mme|St)\.|[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w’'-]*)"
_OPENERS = (
    r"(?!(?:A[mn]|Auf|Aber|Bei|D(?:a|ann|och|ort)|Heute|Gestern|Hier|I[mn]|Mit|Nach|Seit|Und|Vor|Zu[mr]?"
    r"|\w+tag|Mittwoch|Le|La|Les|Un|Une|Au|Dans|Hier|Mais|Et|Quand|Ce|Cette|Lundi|Mardi|Mercredi|Jeudi"
    r"|Vendredi|Samedi|Dimanche|El|Los|Las|Una|En|Por|Pero|Cuando|Ayer|Hoy|D(?:er|ie|as)|Eine?|Selon|Según"
    r"|Laut|So)\b)"
)
"""Words that open a sentence with a capital and begin no name."""

_WHEN = (
    r"(?:(?:am|le|ce|el|este) )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|heute|gestern"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd[’']hui|lunes|martes|miércoles|jueves"
    r"|viernes|sábado|domingo|ayer|hoy)(?: (?:soir|matin|abend|por la tarde))?"
)

MASK = "\x01"
"""What stands for every character of a quotation while its surroundings are read."""


@frozen
class Grammar:
    """The patterns of one language.

    A match of ``after`` begins where a quotation ends, one of ``before`` may lie anywhere in the clause
    before it; ``who`` is the subject. ``frame`` ("laut Anna Weber") serves on both sides, ``incise`` is the
    insertion that ends speech begun with a dash, ``lead`` a whole clause before a colon.
    """

    after: re.Pattern[str]
    before: re.Pattern[str]
    frame: re.Pattern[str]
    lead: re.Pattern[str]
    incise: re.Pattern[str]
    pronouns: dict[str, str]
    determiners: frozenset[str]
    offices: re.Pattern[str]
    has_dashes: bool


@frozen
class _Source:
    verbs: str
    pronouns: dict[str, str]
    determiners: str
    particles: str
    frames: str
    offices: str
    nouns_are_capital: bool
    has_dashes: bool


_GERMAN = _Source(
    verbs="""sagte sagten sagt sagen erklärte erklärten erklärt betonte betont meinte meinten meint schrieb
    schrieben schreibt fragte fragten fragt antwortete antwortet rief riefen ruft forderte forderten fordert
    kritisierte kritisiert lobte lobt warnte warnten warnt bestätigte bestätigt berichtete berichtet
    twitterte äußerte ergänzte ergänzt versicherte versichert nannte nannten nennt behauptete behauptet
    räumte unterstrich mahnte mahnt urteilte urteilt flüsterte bezeichnete bezeichnet sprach spricht fügte
    kündigte teilte hob gab stellte entgegnete erwiderte murmelte erzählte erzählt verkündete hieß scherzte
    freute beklagte lautete findet fand glaubt glaubte""",
    pronouns={"er": "m", "sie": "f", "es": "", "wir": "", "ich": "", "man": ""},
    determiners="der die das ein eine einer sein seine ihr ihre unser unsere",
    particles="von van zu zum zur de der den",
    frames=r"(?:so|laut|[Ll]aut|[Nn]ach Angaben (?:von|des|der)|[Nn]ach den Worten (?:von|des|der)"
    r"|[Ii]n den Worten (?:von|des|der)|[Zz]ufolge|[Ww]ie)",
    offices=r"(?:minister|sprecher|präsident|chef|leiter|forscher|meister|kanzler|direktor|professor|trainer"
    r"|anwält|lehrer|gründer|vorsitzende|autor|beamt|expert|ärzt|richter)(?:in|e|er)?$|arzt$|anwalt$",
    nouns_are_capital=True,
    has_dashes=False,
)
_FRENCH = _Source(
    verbs="""déclare dit affirme explique ajoute annonce estime souligne précise indique répond assure
    confie lance demande écrit rappelle regrette insiste reconnaît commente conclut dénonce poursuit raconte
    répliqua déclara murmura répondit demanda expliqua ajouta affirma cria disait disent affirment
    s’exclame s'exclame s’écria s'écria s’interroge s'interroge qualifie juge résume promet parle évoque
    appelle ironise tranche prévient avertit observe note constate reprend reprit soupire chuchota""",
    pronouns={"il": "m", "elle": "f", "ils": "", "elles": "", "on": "", "je": "", "nous": ""},
    determiners="le la les l’ l' un une son sa ses notre",
    particles="de du des la le van von d’ d' al el",
    frames=r"(?:[Ss]elon(?: les mots de)?|[Dd][’']après|[Pp]our|[Ss]uivant)",
    offices=r"^(?:ministre|président|présidente|directeur|directrice|maire|porte-parole|professeur|juge"
    r"|avocat|avocate|chercheur|chercheuse|fondateur|fondatrice|patron|patronne|député|députée|chef|cheffe"
    r"|médecin|responsable|auteur|autrice|entraîneur|secrétaire|premier|première|roi|reine)$",
    nouns_are_capital=False,
    has_dashes=True,
)
_SPANISH = _Source(
    verbs="""dijo dice dijeron dicen afirmó afirma declaró declara explicó explica añadió añade agregó agrega
    señaló señala aseguró asegura indicó indica anunció anuncia preguntó pregunta respondió responde contestó
    contesta escribió escribe subrayó subraya destacó destaca recordó recuerda advirtió advierte insistió
    insiste comentó comenta manifestó manifiesta sostuvo sostiene admitió admite reconoció reconoce precisó
    precisa lamentó lamenta criticó critica pidió pide concluyó concluye calificó califica llamó llama
    exclamó murmuró gritó contó cuenta apuntó apunta matizó reiteró expresó denunció denuncia opinó opina
    prometió bromeó susurró replicó definió""",
    pronouns={"él": "m", "ella": "f", "ellos": "", "ellas": "", "yo": "", "nosotros": ""},
    determiners="el la los las un una su sus nuestro nuestra",
    particles="de del la las los y",
    frames=r"(?:[Ss]egún(?: las palabras de)?|[Dd]e acuerdo con|[Pp]ara|[Ee]n palabras de)",
    offices=r"^(?:ministr[oa]|president[ea]|director|directora|alcalde|alcaldesa|portavoz|profesora?|juez"
    r"|jueza|abogad[oa]|investigadora?|fundadora?|diputad[oa]|jef[ea]|médic[oa]|responsable|autora?"
    r"|entrenadora?|secretari[oa]|rey|reina|senadora?|gobernadora?)$",
    nouns_are_capital=False,
    has_dashes=True,
)
_FRENCH_PERFECT = (
    "déclaré dit affirmé expliqué ajouté annoncé estimé souligné précisé indiqué répondu assuré confié lancé "
    "demandé écrit rappelé regretté insisté reconnu commenté conclu dénoncé promis averti poursuivi raconté "
    "martelé réagi tweeté qualifié parlé jugé résumé noté observé appelé évoqué"
)
_SPANISH_PERFECT = (
    "dicho afirmado declarado explicado añadido agregado señalado asegurado indicado anunciado preguntado "
    "respondido contestado escrito subrayado destacado recordado advertido insistido comentado manifestado "
    "sostenido admitido reconocido precisado lamentado criticado pedido concluido calificado llamado apuntado"
)


def _either(text: str) -> str:
    return "|".join(sorted(map(re.escape, text.split()), key=len, reverse=True))


def _verbs(source: _Source) -> str:
    simple = _either(source.verbs)
    if source is _FRENCH:
        return rf"(?:(?:l’|l'|nous |lui )?(?:a|ont|avait|avaient) (?:{_either(_FRENCH_PERFECT)})|{simple})"
    if source is _SPANISH:
        return rf"(?:(?:ha|han|había) (?:{_either(_SPANISH_PERFECT)})|{simple})"
    return rf"(?:(?:hat|haben|hatte) |{simple})"


def _subject(source: _Source) -> str:
    name = rf"{_OPENERS}{_CAPITAL}(?:(?: (?:{_either(source.particles)}))*[ -]{_CAPITAL}){{0,4}}"
    noun = (
        rf"(?:[a-zß-ÿ-]+ ){{0,3}}{name}"
        if source.nouns_are_capital
        else (rf"[a-zß-ÿ-]+(?: (?:{_either(source.particles)}|[a-zß-ÿ]+)(?= ))?(?: [a-zß-ÿ-]+)?(?: {name})?")
    )
    determiners = source.determiners + " " + source.determiners.title()
    phrase = rf"(?:{_either(determiners)})(?:(?<=[’'])|\s){noun}"
    pronoun = rf"(?:{_either(' '.join(source.pronouns))})\b"
    both = rf"{pronoun}|{phrase}|{name}"
    return both + "".join(rf"|{word.capitalize()}\b(?= )" for word in source.pronouns)


def _build(source: _Source) -> Grammar:
    verbs, subject = _verbs(source), _subject(source)
    aside = r"(?:, [^,.;\x01]{1,80},)?"
    small = "sich|uns|mir|ihm|dazu|auch|noch|se|nous|lui|también|luego|ensuite|encore"
    clitics = rf"(?:(?:{small}) )?(?:{_WHEN} )?"
    inverted = rf"{verbs} {clitics}(?P<then>{subject})"
    hyphen = rf"{verbs}(?:-t)?-(?P<tie>il|elle|ils|elles|on|je)\b"
    straight = rf"(?P<who>{subject}){aside} {clitics}{verbs}\b(?! {_CAPITAL}(?: {_CAPITAL})*\s?:)"
    frame = rf"{source.frames} (?P<frame>{subject})"
    bare = rf"(?P<bare>{verbs})(?=[.,;:]|\s*$|\s*\x01)"
    gap = r",?\s?(?:[—–-] ?)?"
    perfect = rf"(?:l[’'])?(?:a-t|ont|ai)-(?P<tied>il|elle|ils|elles|on|je) (?:{_either(_FRENCH_PERFECT)})"
    middle = rf"{hyphen}|{perfect}|" if source is _FRENCH else ""
    return Grammar(
        after=re.compile(rf"{gap}(?:{middle}{inverted}|{straight}|{frame}|{bare})"),
        before=re.compile(rf"(?<![\w’'-])(?:{straight}|{inverted})"),
        frame=re.compile(rf"(?<![\w’'-]){frame}"),
        lead=re.compile(rf"\s*(?P<who>{subject})\b[^.:;\x01]{{1,80}}:\s?$"),
        incise=re.compile(rf"[,!?…]? (?:{middle}{inverted})"),
        pronouns=source.pronouns,
        determiners=frozenset(source.determiners.split()),
        offices=re.compile(source.offices, re.IGNORECASE),
        has_dashes=source.has_dashes,
    )


@cache
def grammar_of(language: str) -> Grammar | None:
    """Return the grammar of ``de``, ``fr`` or ``es``, else None."""
    source = {"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}.get(language)
    return None if source is None else _build(source)

"""Verbs that hand a sentence to a speaker, in all their forms.

A general lexicon of English report verbs, written for this module from the verb classes every grammar
of reported speech lists: saying, calling, telling someone, and judging.
"""

from __future__ import annotations

from collections.abc import Iterator


def words(text: str) -> frozenset[str]:
    """Return the words of ``text``, which white space parts."""
    return frozenset(text.split())


SAY = "S"
"""Tag of a verb whose object is what was said ("said", "added", "wrote")."""
TELL = "T"
"""Tag of a verb whose object is a listener ("told", "asked")."""
CALL = "C"
"""Tag of a verb that presents words without being one of saying ("called", "accused", "vowed to")."""
SAYING = "G"
"""Tag of the -ing form of any of them ("adding", "calling")."""

_SAY = words(
    """
    say add write note explain argue declare state insist announce claim comment continue conclude reply
    respond recall remark observe admit acknowledge suggest reveal report tweet post joke quip warn
    predict maintain assert stress emphasize emphasise contend complain conclude concede confess boast
    brag lament mutter murmur whisper shout yell scream cry exclaim bellow chant sing sigh snap growl
    grumble interject counter retort object protest reiterate repeat recount relate repeat opine muse
    reason reflect theorize speculate posit propose proclaim pronounce profess testify swear allege affirm
    confirm deny disclose divulge elaborate clarify caution counsel advise agree disagree think believe
    feel hope guess wonder read blog email text message scoff jest tease chide deadpan rejoin preach utter
    intone drawl gush rave enthuse plead beg urge implore exhort underline underscore volunteer venture
    begin finish offer demand bark hiss moan groan wail holler chime pipe fume mention point signal hint
    imply indicate estimate figure explain surmise suppose
    """
)

_TELL = words(
    """
    tell ask inform assure remind notify query question quiz answer address instruct promise convince
    """
)

_CALL = words(
    """
    call describe label dub term brand characterize characterise portray depict denounce condemn decry
    criticize criticise blast slam bash rip attack assail mock ridicule deride dismiss reject accuse blame
    charge praise hail laud applaud commend tout salute cite quote refer denote deem consider regard view
    see express voice deliver issue release publish pledge vow promise threaten commit order invite
    welcome endorse support back defend oppose favor seek want need expect plan intend aim try speak talk
    discuss debate dispute challenge appeal press push lobby call apologize apologise congratulate thank
    credit fault lambaste castigate chastise rebuke scold slap lash rail ridicule taunt accept advocate
    recommend envision foresee forecast identify define compare liken joke warn urge encourage discourage
    request hear learn know understand realize realise recognize recognise find show demonstrate prove
    open close lead start turn go use make put shoot fire weigh paint raise sum sound cast frame bemoan
    """
)

_IRREGULAR = {
    "say": "says said saying",
    "write": "writes wrote written writing",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "read": "reads read reading",
    "swear": "swears swore sworn swearing",
    "sing": "sings sang sung singing",
    "begin": "begins began begun beginning",
    "speak": "speaks spoke spoken speaking",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "hear": "hears heard hearing",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "lead": "leads led leading",
    "go": "goes went gone going",
    "make": "makes made making",
    "put": "puts put putting",
    "shoot": "shoots shot shooting",
    "cast": "casts cast casting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "admit": "admits admitted admitting",
    "rebut": "rebuts rebutted rebutting",
    "quip": "quips quipped quipping",
    "refer": "refers referred referring",
    "commit": "commits committed committing",
    "plan": "plans planned planning",
    "rip": "rips ripped ripping",
    "slam": "slams slammed slamming",
    "dub": "dubs dubbed dubbing",
    "brag": "brags bragged bragging",
    "beg": "begs begged begging",
    "snap": "snaps snapped snapping",
    "blog": "blogs blogged blogging",
    "sum": "sums summed summing",
    "slap": "slaps slapped slapping",
    "quiz": "quizzes quizzed quizzing",
    "label": "labels labeled labelled labeling labelling",
    "signal": "signals signaled signalled signaling signalling",
    "counsel": "counsels counseled counselled counseling",
}


def conjugate(verb: str) -> Iterator[tuple[str, bool]]:
    """Yield every form of ``verb`` with whether it is the -ing form."""
    if verb in _IRREGULAR:
        yield verb, False
        for form in _IRREGULAR[verb].split():
            yield form, form.endswith("ing") and form not in ("sing", "bring")
        return
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past = stem + "ed"
    yield from ((verb, False), (third, False), (past, False), (stem + "ing", True))


def cue_tags() -> dict[str, str]:
    """Map every form of every cue verb to its tag; the stronger class wins where two share a form."""
    tags: dict[str, str] = {}
    for verbs, tag in ((_CALL, CALL), (_TELL, TELL), (_SAY, SAY)):
        for verb in verbs:
            for form, is_saying in conjugate(verb):
                tags[form] = SAYING if is_saying else tag
    return tags

"""One quotation in each style: the speaker stays apart from the author, and doubt stays visible."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest

from reader.domain.mark import Kind
from reader.exports.citing import STYLES, style_named
from reader.exports.excerpt import Excerpt, work_of, work_of_bookmark
from reader.settings import CITATION_STYLES
from tests.exports.samples import BOOKMARK, DOUBTFUL, HEAD, excerpt

REFERENCE = "“A front door for AI in Shanghai,” China Daily"
LINK = "https://example.org/front?a=b#:~:text=It%20must%20be%20responsible%2C&text=and%20open."
EXPECTED = {
    "plain": "“It must be responsible … and open,” said Yin Qi "
    f"(quoted in He Wei, {REFERENCE}, 11 July 2020, https://example.org/front?a=b)",
    "markdown": "> “It must be responsible … and open.”\n>\n> — Yin Qi, quoted in "
    f"[A front door for AI in Shanghai]({LINK}), He Wei, *China Daily*, 11 July 2020",
    "ap": "“It must be responsible … and open,” said Yin Qi, head of Megvii, "
    "as reported by China Daily on July 11, 2020.",
    "chicago": "“It must be responsible … and open,” said Yin Qi.\n\n"
    f"Yin Qi, quoted in He Wei, {REFERENCE}, July 11, 2020, https://example.org/front?a=b.",
    "apa": "“It must be responsible … and open,” said Yin Qi (quoted in He, 2020).\n\n"
    "He, W. (2020, July 11). A front door for AI in Shanghai. China Daily. https://example.org/front?a=b",
    "mla": "“It must be responsible … and open,” said Yin Qi (qtd. in He).\n\n"
    "He Wei. “A front door for AI in Shanghai.” China Daily, 11 July 2020, https://example.org/front?a=b.",
    "wiki": "“It must be responsible … and open,” said Yin Qi.<ref>{{cite news |last=He |first=Wei "
    "|title=A front door for AI in Shanghai |work=China Daily |location=Shanghai |date=11 July 2020 "
    "|url=https://example.org/front?a=b |access-date=3 March 2026 |language=en "
    "|quote=“It must be responsible … and open.”}}</ref>",
}


def cited(style: str, quotation: Excerpt) -> str:
    found = style_named(style)
    assert found is not None
    return found.quotation(quotation)


@pytest.mark.parametrize("style", EXPECTED)
def test_a_quotation_in_each_style(style: str) -> None:
    assert cited(style, excerpt()) == EXPECTED[style]


def test_there_is_an_expectation_for_every_style_and_settings_knows_them() -> None:
    assert tuple(EXPECTED) == tuple(style.name for style in STYLES) == CITATION_STYLES
    assert all(style.title for style in STYLES)


@pytest.mark.parametrize("style", EXPECTED)
def test_a_doubtful_speaker_stays_doubtful_and_a_repaired_one_is_sure(style: str) -> None:
    assert "Yin Qi (?)" in html.unescape(cited(style, excerpt(speaker=DOUBTFUL)))
    repaired = cited(style, excerpt(speaker=DOUBTFUL, repaired_speaker="Tang Xiaoou"))
    assert "Tang Xiaoou" in repaired
    assert "(?)" not in repaired
    assert "Yin Qi" not in repaired
    assert "Megvii" not in repaired


@pytest.mark.parametrize("style", EXPECTED)
def test_nobody_is_made_the_speaker_of_words_whose_speaker_is_unknown(style: str) -> None:
    citation = cited(style, excerpt(speaker=None))
    assert "said" not in citation
    assert "It must be responsible … and open.”" in citation


@pytest.mark.parametrize("style", EXPECTED)
def test_what_is_not_known_leaves_no_hole(style: str) -> None:
    bare = replace(
        HEAD, authors=(), source=None, place=None, published=None, added=None, url=None, language=None
    )
    citation = cited(style, excerpt(bare))
    for hole in ("None", ", ,", "()", "  ", ",,", "[]", "|=", ", )", " ."):
        assert hole not in citation
    assert work_of(bare).title in citation or style == "ap"
    assert style_named(style).article(work_of(bare))  # type: ignore[union-attr]


def test_apa_names_the_date_that_is_not_known() -> None:
    assert "(quoted in He, n.d.)" in cited("apa", excerpt(replace(HEAD, published=None)))


def test_an_organisation_signs_as_a_whole() -> None:
    citation = cited("apa", excerpt(replace(HEAD, authors=("Staff and agencies",))))
    assert "(quoted in Staff and agencies, 2020)" in citation
    assert "\n\nStaff and agencies. (2020, July 11)." in citation
    assert "|author=Staff and agencies " in cited(
        "wiki", excerpt(replace(HEAD, authors=("Staff and agencies",)))
    )


def test_several_authors_are_listed_as_each_style_lists_them() -> None:
    two = excerpt(replace(HEAD, authors=("Jo Lee", "Ana Rivera")))
    assert "quoted in Jo Lee and Ana Rivera, “" in cited("plain", two)
    assert "(quoted in Lee & Rivera, 2020).\n\nLee, J., & Rivera, A. (2020" in cited("apa", two)
    assert "(qtd. in Lee and Rivera).\n\nLee, Jo, and Ana Rivera. “" in cited("mla", two)
    chicago = style_named("chicago")
    assert chicago is not None
    assert chicago.article(two.work).startswith(
        "Lee, Jo, and Ana Rivera. “A front door for AI in Shanghai.” China"
    )
    three = excerpt(replace(HEAD, authors=("Jo Lee", "Ana Rivera", "Tom Okafor")))
    assert "(qtd. in Lee et al.).\n\nLee, Jo, et al. “" in cited("mla", three)
    assert chicago.article(three.work).startswith("Lee, Jo, Ana Rivera, and Tom Okafor. “")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("“Why?”", "“Why?” said Yin Qi ("),
        ("“We wait,”", "“We wait,” said Yin Qi ("),
        ("“drawn up in a drier year”", "“drawn up in a drier year,” said Yin Qi ("),
        ("„Wir warten.“", "„Wir warten.“, said Yin Qi ("),
        ("« On attend. »", "« On attend. », said Yin Qi ("),
        ('"We wait."', '"We wait," said Yin Qi ('),
    ],
)
def test_the_end_of_the_words_is_fitted_to_what_follows(words: str, begins: str) -> None:
    assert cited("plain", excerpt(exact=(words,), spans=BOOKMARK.spans[:1])).startswith(begins)


@pytest.mark.parametrize(
    ("words", "cited_as"),
    [
        ("“It must be open,” he said.", "“‘It must be open,’ he said.”"),
        ("“All of it.”", "“All of it.”"),
        ("“One,” he said, “two.”", "“‘One,’ he said, ‘two.’”"),
        ("They say “we call it ‘home’ here” now.", "“They say ‘we call it “home” here’ now.”"),
        ("‘He said “no” twice,’ she wrote.", "“‘He said “no” twice,’ she wrote.”"),
        ("It’s “the students’ own” hall.", "“It’s ‘the students’ own’ hall.”"),
        ('He said "no" to a 12" disc.', '“He said ‘no’ to a 12" disc.”'),
        ("Er sagte „Nein, ‚so‘ nicht“ laut.", "“Er sagte ‚Nein, „so“ nicht‘ laut.”"),
        ("Il dit «\u00a0Non\u00a0» à tous.", "“Il dit «\u00a0Non\u00a0» à tous.”"),
        ("the plan” he said.", "“the plan’ he said.”"),
    ],
)
def test_marks_inside_a_passage_are_nested(words: str, cited_as: str) -> None:
    passage = excerpt(speaker=None, kind=Kind.PASSAGE, exact=(words,), spans=BOOKMARK.spans[:1])
    assert cited("apa", passage).startswith(f"{cited_as} (He, 2020).")


def test_a_passage_is_the_articles_own_and_gets_marks() -> None:
    passage = excerpt(
        speaker=None, kind=Kind.PASSAGE, exact=("The plan runs to 2025.",), spans=BOOKMARK.spans[:1]
    )
    assert cited("apa", passage).startswith("“The plan runs to 2025.” (He, 2020).")
    assert "quoted" not in cited("chicago", passage)


def test_an_article_that_has_gone_is_cited_by_what_its_bookmark_knows() -> None:
    work = work_of_bookmark(BOOKMARK)
    assert work.title == HEAD.title
    citation = cited("plain", replace(excerpt(), work=work))
    assert citation.endswith(f"(quoted in {REFERENCE}, 11 July 2020, https://example.org/front?a=b)")


def test_wikitext_in_an_article_stays_text() -> None:
    head = replace(HEAD, title="A | B {{c}} [[d]] ''e'' <ref> ~~~~", url="https://example.org/a|b}}")
    citation = cited("wiki", excerpt(head, exact=("“x|quote={{y}}</ref>”",), spans=BOOKMARK.spans[:1]))
    template = citation.partition("<ref>")[2].removesuffix("</ref>")
    assert template.count("{{") == template.count("}}") == 1
    fields = dict(field.strip().split("=", 1) for field in template[2:-2].split("|")[1:])
    assert html.unescape(fields["title"]) == head.title
    assert html.unescape(fields["quote"]) == "“x|quote={{y}}</ref>”"
    assert fields["url"] == "https://example.org/a%7Cb%7D%7D"


def test_a_field_of_wikitext_that_begins_with_a_combining_mark_stays_a_field() -> None:
    citation = cited("wiki", excerpt(replace(HEAD, title="\u0338Front", source="\u0338Daily")))
    assert "|title=&#824;Front " in citation
    assert "|work=&#824;Daily " in citation

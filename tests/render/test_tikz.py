"""TikZ: whole, well-formed, and accepted by LaTeX where there is one."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import snapviz
from snapviz.diagram.figures import payload_text
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.render.export import ExportError, export
from snapviz.render.tikz_text import Outline, Words
from snapviz.scenario.model import Channel, Internal, Process, Scenario, Send, TakeSnapshot
from tests.diagram.sample_runs import ms, quiet_run, ring_run

HOSTILE = r"""a->b -- %&#_{}~^\ '' `` << ,, >> !` " $x$ ^^M \end{document} ×÷ Ärger Šž"""
SCRIPTS = "银行 Σ→≠✓ 日本語 한국어 עברית Жук āe̊ 😀"


def hostile_run():
    """Ids, payloads, labels and a title that LaTeX would stumble over."""
    one, two = "银行一", "P_2%"
    script = (
        Send(ms(10), one, two, {"amount": 5}),
        Send(ms(90), two, one, {"text": "转账 ✓"}),
        Send(ms(50), two, one, {"text": "\n\n\\par #1"}),
        Internal(ms(160), two, "计算 λ"),
        TakeSnapshot(ms(100), initiator=one),
    )
    return snapviz.simulate(
        Scenario(
            (Process(one), Process(two)),
            (Channel(one, two), Channel(two, one)),
            title=f"{HOSTILE} {SCRIPTS}",
            duration_us=ms(300),
            script=script,
        )
    )


def written(run, path: Path, **wishes) -> str:
    return export(run, path, **wishes).read_text(encoding="utf-8")


def words(outlines=None) -> Words:
    def outline(text: str, weight: int) -> Outline:
        if outlines is not None:
            outlines.append((text, weight))
        return Outline(500, (("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6), ("L", 7, -8), ("Z",)))

    return Words(outline)


def is_balanced(source: str) -> bool:
    """Every unescaped brace outside comments has its partner."""
    depth = 0
    for line in source.split("\n"):
        text = re.sub(r"(?<!\\)%.*", "", line)
        for brace in re.findall(r"(?<!\\)[{}]", text.replace("\\\\", "")):
            depth += 1 if brace == "{" else -1
            assert depth >= 0, line
    return depth == 0


def test_that_the_document_holds_every_process_payload_and_the_size(tmp_path):
    run = ring_run()
    source = written(run, tmp_path / "a.tex", width=960)
    assert source.startswith("% A ring of four\n") and source.endswith("\\end{document}\n")
    assert "\\documentclass[tikz,border=0pt]{standalone}" in source
    for process in run.trace.process_ids:
        assert f"{{{process}}};" in source
    for number in range(run.trace.message_count):
        payload = run.trace.message_payload(number) if not run.trace.message_control[number] else {}
        assert payload_text(payload).replace("$", "\\$") in source
    assert "\\newcommand\\svunit{0.75bp}" in source
    assert "rectangle (960," in source
    assert is_balanced(source)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_colours_are_those_of_the_theme(tmp_path, theme):
    source = written(ring_run(), tmp_path / "a.tex", theme=theme.name)
    for token, name in (("background", "svbackground"), ("process:2", "svprocess2")):
        color = theme.color(token)[1:].upper()
        assert f"\\definecolor{{{name}}}{{HTML}}{{{color}}}" in source


def test_that_a_higher_resolution_at_one_width_is_smaller_on_paper(tmp_path):
    source = written(ring_run(), tmp_path / "a.tex", width=1000, dpi=300)
    unit = float(re.search(r"svunit\{([\d.]+)bp", source)[1])
    width = float(re.search(r"bounding box\] \(0,0\) rectangle \(([\d.]+),", source)[1])
    assert unit * width == pytest.approx(72 * 1000 / 300, rel=1e-3)


def test_that_what_latex_would_read_as_a_command_is_escaped():
    text = words().typeset(HOSTILE, 400)
    for part in (
        r"a->b -{}- \%\&\#\_\{\}\textasciitilde{}\textasciicircum{}\textbackslash{}",
        r"<{}< ,{}, >{}>",
        r"\$x\$",
        r"\textbackslash{}end\{document\}",
        r"\ensuremath{\times}\ensuremath{\div} Ärger Šž",
    ):
        assert part in text


def test_that_control_characters_are_left_out_and_spaces_kept():
    assert words().typeset("a\x00\u202eb\nc  d", 400) == "ab c \\ d"
    assert words().typeset("", 400) == ""


def test_that_signs_have_a_name_and_other_writing_an_outline():
    outlines = []
    made = words(outlines)
    text = made.typeset("Σ→ 银行 银 ✓עב", 600)
    assert text.startswith(r"\ensuremath{\Sigma}\ensuremath{\rightarrow} ")
    assert text.count(r"\svhan{94F6}{银}{\svglypha}") == 2
    assert r"\svhan{884C}{行}{\svglyphb}" in text
    assert text.endswith(r"\svglyphc{}")
    lines = made.definitions()
    assert outlines == [("银", 600), ("行", 600), ("✓עב", 600)]
    assert lines[0] == (
        "\\newcommand\\svglypha{\\svoutline{500}"
        "{(0,0)..controls(1,2)and(3,4)..(5,6)--(7,-8)--cycle}}\n"
    )


def test_that_latin_letters_need_no_qt(tmp_path, monkeypatch):
    from snapviz.render import export as module

    def refuse():
        raise AssertionError("Qt was asked for")

    monkeypatch.setattr(module, "ensure_application", refuse)
    assert "\\svglypha}" not in written(ring_run(), tmp_path / "a.tex")


def test_that_a_page_beyond_the_largest_length_of_tex_is_refused_in_words(tmp_path):
    with pytest.raises(ExportError, match="too large for TeX"):
        export(quiet_run(800), tmp_path / "a.tex")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("program", ["pdflatex", "xelatex"])
@pytest.mark.parametrize("make", [ring_run, hostile_run])
def test_that_latex_makes_a_page_of_it(tmp_path, bundled_fonts, program, make):
    if not shutil.which(program) or not _has_packages():
        pytest.skip(f"{program} with standalone and TikZ is not installed")
    export(make(), tmp_path / "a.tex", width=960)
    command = [program, "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert "Output written on a.pdf (1 page" in done.stdout
    log = (tmp_path / "a.log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log and "Undefined" not in log
    _assert_page_width(tmp_path / "a.pdf", 720)


def _has_packages() -> bool:
    found = [
        subprocess.run(["kpsewhich", name], capture_output=True, check=False).returncode == 0
        for name in ("standalone.cls", "tikz.sty", "iftex.sty")
    ]
    return all(found)


def _assert_page_width(path: Path, points: float) -> None:
    if not shutil.which("pdfinfo"):
        return
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    width = float(re.search(r"Page size: +([\d.]+) x", told.stdout)[1])
    assert width == pytest.approx(points, abs=0.5)

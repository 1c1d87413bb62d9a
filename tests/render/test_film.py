"""Films: the play-head goes through the run; whole or not at all."""

import subprocess
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize

from snapviz.diagram.display_list import Text
from snapviz.diagram.spacetime import spacetime
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.render import mp4
from snapviz.render.export import ExportError, ExportStopped, Wishes, export, export_steps
from snapviz.render.film import film_frames
from snapviz.render.gif import NEAR
from snapviz.render.wishes import view_for
from tests.diagram.sample_runs import lossy_run, ms, ring_run
from tests.render.pixels import as_array, is_near, rgb

pytestmark = pytest.mark.usefixtures("bundled_fonts")
needs_encoder = pytest.mark.skipif(
    not mp4.is_installed(), reason="the extra 'video' (imageio-ffmpeg) is not installed"
)


def frames_of(path) -> list[tuple[np.ndarray, int]]:
    """Every frame of a GIF as pixels, and how many milliseconds it stands."""
    with Image.open(path) as film:
        found = []
        for number in range(film.n_frames):
            film.seek(number)
            found.append((np.asarray(film.convert("RGB")).copy(), film.info["duration"]))
    return found


def decoded(path, width: int, height: int) -> np.ndarray:
    """Every frame of an MP4, uint8[n, height, width, 3]."""
    command = [mp4.make_ready(), "-loglevel", "error", "-i", str(path)]
    command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, dtype=np.uint8).reshape(-1, height, width, 3)


def playhead_column(pixels: np.ndarray, theme=LIGHT) -> int:
    """The column in which most pixels have the colour of the play-head."""
    return int(
        (np.abs(pixels.astype(int) - rgb(theme.accent)).max(axis=2) < 40).sum(axis=0).argmax()
    )


def test_that_a_gif_takes_the_seconds_asked_for_and_its_playhead_moves(tmp_path):
    export(ring_run(), tmp_path / "a.gif", width=600, seconds=2, fps=10)
    frames = frames_of(tmp_path / "a.gif")
    # The last of eight parts it stands at the end, which is one long frame.
    assert len(frames) == round((2 - 2 / 8) * 10)
    assert sum(duration for _, duration in frames) == 2000
    assert frames[0][0].shape[:2][1] == 600
    columns = [playhead_column(pixels) for pixels, _ in frames]
    assert all(a < b for a, b in pairwise(columns))
    assert not np.array_equal(frames[0][0], frames[-1][0])


def test_that_a_gif_plays_again_and_knows_its_title(tmp_path):
    export(ring_run(), tmp_path / "a.gif", width=300, seconds=0.5, fps=4)
    with Image.open(tmp_path / "a.gif") as film:
        assert film.info["loop"] == 0
        assert film.info["comment"].decode().startswith("A ring of four\n")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_frames_of_a_gif_are_the_painters(tmp_path, theme):
    wishes = Wishes(width=700, seconds=1, fps=6, theme=theme.name)
    run = ring_run()
    for _ in export_steps(run, tmp_path / "a.gif", wishes):
        pass
    frames = frames_of(tmp_path / "a.gif")
    view = view_for(run, wishes)
    painted = film_frames(run, view, wishes, QSize(700, round(view.height)), 1.0, 6)
    for number in (0, 2, len(frames) - 1):
        straight = as_array(painted.image(number)).astype(int)
        difference = np.abs(frames[number][0] - straight)
        assert difference.mean() < 1.0
        assert (difference.max(axis=2) > 48).mean() < 0.001
        assert is_near(frames[number][0][2, 2], theme.background, 0)


def test_that_a_gif_has_every_colour_that_the_drawing_uses(tmp_path):
    run = ring_run()
    export(run, tmp_path / "a.gif", width=800, seconds=0.5, fps=4)
    with Image.open(tmp_path / "a.gif") as film:
        palette = np.array(film.getpalette()).reshape(-1, 3)
    items = spacetime(run, view_for(run, Wishes(width=800))).items
    tokens = {item.color for item in items if isinstance(item, Text)}
    for style in (item.style for item in items if not isinstance(item, Text)):
        tokens.update(token for token in (style.stroke, style.fill) if token)
    assert len(tokens) > 15
    for token in sorted(tokens):
        away = np.abs(palette - rgb(LIGHT.color(token))).max(axis=1).min()
        assert away < NEAR, token


def test_that_a_hidden_future_shows_only_what_was(tmp_path):
    export(lossy_run(), tmp_path / "a.gif", width=600, seconds=1, fps=8, future="hidden")
    first, last = frames_of(tmp_path / "a.gif")[0][0], frames_of(tmp_path / "a.gif")[-1][0]
    plot = slice(40, first.shape[0] - 70)
    reds = [
        (np.abs(f[plot].astype(int) - rgb(LIGHT.orphan)).max(axis=2) < 30).sum()
        for f in (first, last)
    ]
    assert reds[0] == 0 and reds[1] > 10


def test_that_a_stretch_of_the_run_begins_and_ends_where_asked():
    wishes = Wishes(from_us=ms(100), to_us=ms(300), seconds=2)
    frames = film_frames(ring_run(), view_for(ring_run(), wishes), wishes, QSize(9, 9), 1, 10)
    times = [frames.view(number).time_us for number in range(frames.count)]
    assert len(times) == 20 and times == sorted(times)
    assert times[0] == ms(100) and times[-1] == times[-3] == ms(300)
    rows = [frames.view(number).rows for number in range(frames.count)]
    row_time = ring_run().trace.row_time
    assert rows == [int((row_time <= time).sum()) for time in times]


@needs_encoder
def test_that_an_mp4_decodes_to_the_frames_painted(tmp_path):
    path = tmp_path / "a.mp4"
    heard = []
    export(ring_run(), path, width=601, seconds=1, fps=10, progress=heard.append)
    assert heard == sorted(heard) and heard[-1] == 1.0
    height = round(view_for(ring_run(), Wishes(width=601)).height)
    height += height % 2
    frames = decoded(path, 602, height)
    assert len(frames) == 10
    columns = [playhead_column(pixels) for pixels in frames]
    assert columns[0] < columns[3] < columns[-1]
    assert is_near(frames[0][2, 2], LIGHT.background, 3)
    view = view_for(ring_run(), Wishes(width=601))
    painted = film_frames(ring_run(), view, Wishes(seconds=1), QSize(602, height), 1.0, 10)
    straight = as_array(painted.image(4)).astype(int)
    assert np.abs(frames[4] - straight).mean() < 4


@pytest.mark.parametrize("ending", [".gif", pytest.param(".mp4", marks=needs_encoder)])
def test_that_a_film_that_is_stopped_leaves_nothing(tmp_path, ending):
    asked = []

    def should_stop() -> bool:
        asked.append(True)
        return len(asked) > 9

    with pytest.raises(ExportStopped, match="nothing was written"):
        export(ring_run(), tmp_path / f"a{ending}", width=300, should_stop=should_stop)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", [".gif", pytest.param(".mp4", marks=needs_encoder)])
def test_that_dropping_the_steps_anywhere_leaves_the_old_file(tmp_path, ending):
    target = tmp_path / f"a{ending}"
    target.write_text("old")
    wishes = Wishes(width=200, seconds=0.5, fps=8)
    for kept in range(0, 20, 3):
        steps = export_steps(ring_run(), target, wishes, patience_s=0.05)
        for _ in range(kept + 1):
            if next(steps) > 0.5:  # the last frame but one
                break
        steps.close()
        assert target.read_text() == "old"
        assert list(tmp_path.iterdir()) == [target]


@needs_encoder
def test_that_an_encoder_that_dies_is_told_in_words(tmp_path, monkeypatch):
    options = mp4._options
    broken = lambda *args: [w if w != "libx264" else "no-such-codec" for w in options(*args)]
    monkeypatch.setattr(mp4, "_options", broken)
    with pytest.raises(ExportError, match="ffmpeg cannot write it: .*no-such-codec"):
        export(ring_run(), tmp_path / "a.mp4", width=200, seconds=3)
    assert not list(tmp_path.iterdir())


def test_that_a_missing_encoder_is_named_for_pip(tmp_path, monkeypatch):
    mp4.make_ready.cache_clear()
    monkeypatch.setattr(mp4, "is_installed", lambda: False)
    with pytest.raises(ExportError, match=r"pip install 'snapviz\[video\]'"):
        export(ring_run(), tmp_path / "a.mp4")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"seconds": 0}, "seconds 0 is out of range"),
        ({"seconds": float("nan")}, "seconds nan is out of range"),
        ({"fps": 51}, "frames a second 51 is out of range; use 1 to 50"),
        ({"width": 5000}, "width 5000 is out of range; use 120 to 4096"),
        ({"future": "never"}, "no future is 'never'; use shown, faint, hidden"),
        ({"dpi": 900}, "a film 15000 by .* is too large"),
    ],
)
def test_that_impossible_films_are_refused_in_words(tmp_path, fields, words):
    with pytest.raises(ExportError, match=words):
        export(ring_run(), tmp_path / "a.gif", **fields)
    assert not list(tmp_path.iterdir())


def test_that_the_same_film_is_the_same_file(tmp_path):
    for name in "ab":
        export(ring_run(), tmp_path / f"{name}.gif", width=300, seconds=0.5)
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()

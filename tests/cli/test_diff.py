"""``snapviz diff``: only here, only there, moved."""

from __future__ import annotations


def log(tmp_path, name, *texts):
    path = tmp_path / name
    lines = [f'a {{"a":{n}}}\n{text}' for n, text in enumerate(texts, 1)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_that_a_log_does_not_differ_from_itself(snapviz, tmp_path):
    one = log(tmp_path, "one.log", "x", "y")
    result = snapviz("diff", one, one, "--json")
    assert result.code == 0 and result.json["same"]
    assert "nothing differs" in snapviz("diff", one, one).out


def test_that_what_is_only_here_only_there_or_moved_is_told(snapviz, tmp_path):
    one = log(tmp_path, "one.log", "start", "x", "y", "z", "gone")
    other = log(tmp_path, "two.log", "start", "y", "z", "x", "new")
    result = snapviz("diff", one, other, "--json")
    assert result.code == 1 and not result.json["same"]
    (process,) = result.json["processes"]
    assert process["same"] == 3
    assert [event["event"] for event in process["only_a"]] == ["gone"]
    assert [event["event"] for event in process["only_b"]] == ["new"]
    assert process["moved"] == [
        {"event": "x", "a_index": 2, "b_index": 4, "a_ms": None, "b_ms": None}
    ]
    assert "moved: a 2 → 4: x" in snapviz("diff", one, other).out


def test_that_two_seeds_of_a_scenario_are_compared(snapviz, root):
    file = root / "scenarios" / "08-bank-of-twelve.snapviz.json"
    assert snapviz("diff", file, file).code == 0
    result = snapviz("diff", file, file, "--seed-b", 99, "--json")
    assert result.code == 1
    for process in result.json["processes"]:
        moved, same = len(process["moved"]), process["same"]
        assert all(event["time_ms"] is not None for event in process["only_a"])
        assert same + moved + len(process["only_a"]) > 0


def test_that_executions_of_one_log_are_compared(snapviz, root):
    file = root / "tests" / "data" / "shiviz" / "multiple-comparison.log"
    words = ("diff", file, file, "--execution-a", "Base execution", "--execution-b")
    assert snapviz(*words, "Same as base").code == 0
    assert snapviz(*words, "Different host from base", "--json").json["processes"][0]["only_a"]
    refused = snapviz("diff", file, file, "--seed-b", 3)
    assert refused.code == 2 and "--seed-b is for scenarios" in refused.err


def test_that_instants_a_microsecond_apart_are_told_apart(snapviz, write):
    def acts(name, at_ms):
        act = {"at_ms": at_ms, "action": "internal", "process": "P1", "label": "now"}
        return write(name, duration_ms=2000000, script=[act])

    told = snapviz("diff", acts("a.json", 1234567.125), acts("b.json", 1234567.126)).out
    assert "moved: P1 1 at 1234567.125 ms → 1 at 1234567.126 ms: internal now" in told


def test_that_a_run_and_its_own_log_have_the_same_order(snapviz, root, tmp_path):
    file = root / "scenarios" / "02-bank-transfer.snapviz.json"
    assert snapviz("export", file, tmp_path / "x.log").code == 0
    for sides in ((file, tmp_path / "x.log"), (tmp_path / "x.log", file)):
        result = snapviz("diff", *sides)
        assert (result.code, result.out) == (0, "nothing differs\n20 events are the same\n")


def test_that_a_process_without_events_is_no_difference(snapviz, write, tmp_path):
    act = {"at_ms": 1, "action": "internal", "process": "P1"}
    file = write(script=[act])
    assert snapviz("export", file, tmp_path / "x.csv").code == 0
    result = snapviz("diff", file, tmp_path / "x.csv")
    assert (result.code, result.out) == (0, "nothing differs\n1 event is the same\n")


def test_that_what_differs_is_written_as_a_table(snapviz, tmp_path, write):
    one = log(tmp_path, "one.log", "start", "x", "y", "z", "gone")
    other = log(tmp_path, "two.log", "start", "y", "z", "x", 'new, "hot"')
    table = [
        "what,process,a_index,a_ms,b_index,b_ms,event",
        "only in A,a,5,,,,gone",
        'only in B,a,,,5,,"new, ""hot"""',
        "moved,a,2,,4,,x",
    ]
    result = snapviz("diff", one, other, "--csv", "-")
    assert (result.code, result.out.splitlines(), result.err) == (1, table, "")
    result = snapviz("diff", one, other, "--csv", tmp_path / "x.csv")
    assert result.code == 1 and "moved: a 2" in result.out
    assert (tmp_path / "x.csv").read_text(encoding="utf-8").splitlines() == table
    acts = [
        write(f"{at}.json", script=[{"at_ms": at, "action": "internal", "process": "P1"}])
        for at in (1, 2.5)
    ]
    out = snapviz("diff", *acts, "--csv", "-").out
    assert out.splitlines()[1:] == ["moved,P1,1,1.0,1,2.5,internal event"]


def test_that_a_place_for_the_table_is_judged_before_the_work(snapviz, tmp_path):
    one = log(tmp_path, "one.log", "x")
    for out, words in ((one, "is in use as"), (tmp_path / "no" / "x.csv", "make it first")):
        result = snapviz("diff", one, one, "--csv", out)
        assert result.code == 2 and words in result.err and result.out == ""
    assert snapviz("diff", one, one, "--csv", "-", "--json").code == 2

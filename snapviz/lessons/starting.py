"""The files of a small lesson that is right, to be made into another one."""

from __future__ import annotations

_LESSON = """{
 "format": "snapviz/lesson",
 "version": 1,
 "scenario": "02-bank-transfer",
 "steps": [
  {"id": "start", "show": {"at_ms": 0, "future": "shown"}},
  {"id": "channel", "show": {"at_ms": 640, "hide": ["snapshots", "status"]},
   "question": {"kind": "channel-state", "snapshot": "S1", "channel": "P2->P1"}},
  {"id": "own", "check": {"fact": "run.snapshots", "above": 2}}
 ]
}
"""
_ENGLISH = """# A lesson to start from

## [start] Four banks
They have {run.total} together. P1 starts S1 at {S1.started} ms.

## [channel] What is on the way
P1 recorded at {S1.P1.at} ms, P2 at {S1.P2.at} ms.

### [reveal]
The channel holds {S1.P2->P1.amount}.

### [hint]
Sent before P2 recorded, received after P1 did.

## [own] Now you
Take one more snapshot.

### [reveal]
Now there are {run.snapshots}.
"""
_CHINESE = """# 供改写的课程

## [start] 四家银行
它们一共有 {run.total}。P1 在 {S1.started} ms 发起 S1。

## [channel] 在途的是什么
P1 在 {S1.P1.at} ms 记录，P2 在 {S1.P2.at} ms 记录。

### [reveal]
通道里有 {S1.P2->P1.amount}。

### [hint]
在 P2 记录之前发出，在 P1 记录之后收到。

## [own] 该你了
再拍一次快照。

### [reveal]
现在有 {run.snapshots} 个。
"""


def first_files() -> dict[str, str]:
    """The texts of the files by their names."""
    return {"lesson.json": _LESSON, "lesson.en.md": _ENGLISH, "lesson.zh_CN.md": _CHINESE}

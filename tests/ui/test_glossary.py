"""Everything Chinese that a person reads has one word for each notion of the field."""

import re
from pathlib import Path

import pytest

from snapviz.resources import resources_folder

DROPPED = {
    "割集": r"割(?!集)",
    "偏斜": "偏差",
    "时延": "延迟",
    "投递": "交付",
    "发送方": "发送者",
    # 某次接收者 is whoever depends on a receive.
    "接收方": "(?<!某次)接收者",
    "决定因子": "决定信息",
    "超越": "超车",
    # 取检查点的状态 is about the state.
    "设置检查点": "取过?(一个)?检查点(?!的状态)",
}
"""By the word that is kept, those dropped for it.

割集 (cut), 偏斜 (skew) beside 偏移 (offset): as Chinese textbooks of distributed systems have them;
偏差 says of any deviation that it is one.
"""


def chinese_files() -> list[Path]:
    resources = resources_folder()
    found = [*resources.rglob("*zh_CN.*"), *(resources / "help" / "zh_CN").iterdir()]
    return sorted(path for path in found if path.suffix in (".md", ".txt", ".ts"))


@pytest.mark.parametrize(("kept", "dropped"), DROPPED.items())
def test_that_a_notion_has_one_word(kept, dropped):
    files = chinese_files()
    assert len(files) > 60
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    assert any(kept in text for text in texts.values())
    found = [
        f"{path.parent.name}/{path.name}:{number}: {line.strip()}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(dropped, line)
    ]
    assert not found, "\n".join(found)

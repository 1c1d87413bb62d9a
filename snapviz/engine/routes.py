"""The way of a control message to a process that no channel leads to directly."""

from __future__ import annotations

from collections.abc import Collection

from snapviz.engine.channels import Channels


class Routes:
    """Paths of fewest channels, found once for each target, by a search against the channels."""

    def __init__(self, channels: Channels, closed: Collection[int] | None = None) -> None:
        """``closed``: processes that pass nothing on; given so, what is cut now is no way either."""
        self._channels = channels
        self._closed = closed
        self._towards: dict[int, dict[int, int]] = {}

    def next_channel(self, process: int, target: int) -> int | None:
        """The first channel of the path, None if there is no path.

        Among paths of equal length the one whose first channel has the lowest number.
        """
        if target not in self._towards:
            self._towards[target] = self._search(target)
        return self._towards[target].get(process)

    def exists(self, process: int, target: int) -> bool:
        """Whether there is a path; there is always one to oneself."""
        return process == target or self.next_channel(process, target) is not None

    def _search(self, target: int) -> dict[int, int]:
        first: dict[int, int] = {}
        reached, level = {target}, [target]
        while level:
            found: dict[int, int] = {}
            for process in level:
                for channel in self._channels.incoming[process]:
                    source = self._channels.links[channel].source
                    if source not in reached and self._is_open(channel):
                        found[source] = min(channel, found.get(source, channel))
            first.update(found)
            reached.update(found)
            level = [process for process in found if process not in (self._closed or ())]
        return first

    def _is_open(self, channel: int) -> bool:
        return self._closed is None or not self._channels.is_cut(channel)

"""The run loop: the next event in the total order happens, over and over.

A bank of a hundred processes spends nearly all its time in this one function,
so two everyday events are written out in it: a process takes a planned turn
and pays an amount that it has, over a channel without pins and faults; and
such an amount arrives. Everything rarer goes the general way, through
``messages`` and the methods of the ``Simulator``, to the same effect. What
looks odd here was measured to be faster:

- the type of an event says whether it is an everyday one;
- times stay keys of the queue throughout, so that nothing is shifted;
- constants are multiplied and added, for Python is slower at shifts and ors.
"""

from __future__ import annotations

from heapq import heappop, heappush, heapreplace
from itertools import repeat
from typing import TYPE_CHECKING

from snapviz.engine.queue import MICROSECOND
from snapviz.engine.trace import KIND_BITS, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

MESSAGE = 1 << KIND_BITS
"""What takes a row code a message on."""
RECEIVE = int(RowKind.RECEIVE)


def run_on(run: Simulator, steps: int) -> bool:
    """Let at most ``steps`` instants of the total order happen; True when nothing is left."""
    keys, buckets, join, clock = run.queue.keys, run.queue.buckets, run.queue.join, run.clock
    delays, last_due, fifo = run.channels.everyday, run.channels.last_due, run.channels.fifo
    states, payees, links, plans = run.states, run.payees, run.channels.links, run.workload.plans
    rows, payloads, dues = run.columns.row_code, run.columns.payloads, run.columns.message_due
    sent_over, sent = run.columns.message_channel, run.columns.message_sent
    tell_senders, tell_receivers, end = run.tell_senders, run.tell_receivers, run.last_key
    for _ in repeat(None, steps):
        key = keys[0]
        if key > end:
            return True
        clock[0] = key
        event = buckets.pop(key)
        if type(event) is tuple:
            heappop(keys)
            code, channel, amount = event
            rows.append(code)
            payees[channel]["balance"] += amount
            if tell_receivers is not None:
                tell_receivers(links[channel][1], channel, code >> KIND_BITS, amount)
        elif type(event) is int and (plan := plans[event]):
            channel, amount, wait = plan.pop()
            state, ahead = states[event], delays[channel]
            if ahead and amount <= state["balance"]:
                state["balance"] -= amount
                due = key + ahead.pop()
                if due >= last_due[channel]:
                    last_due[channel] = due
                elif fifo[channel]:
                    due = last_due[channel]
                code = len(payloads) * MESSAGE
                rows.append(code)
                payloads.append(amount)
                sent_over.append(channel)
                sent.append(key)
                dues.append(due)
                if due in buckets:
                    join(due, (code + RECEIVE, channel, amount))
                else:
                    buckets[due] = (code + RECEIVE, channel, amount)
                    heappush(keys, due)
                if tell_senders is not None:
                    tell_senders(links[channel][0], channel, code >> KIND_BITS)
            else:
                run.send(channel, amount)
            # The spent key is still the first, for a turn brings nothing about before itself.
            again = key + (wait or 1) * MICROSECOND
            if again in buckets:
                heappop(keys)
                join(again, event)
            else:
                buckets[again] = event
                heapreplace(keys, again)
        else:
            heappop(keys)
            run.happen(key, event)
    return False

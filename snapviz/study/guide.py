"""Which protocol when: advice from what each assumes and from the figures of this very run."""

from __future__ import annotations

from dataclasses import dataclass

from snapviz.study.comparison import Comparison, Trial
from snapviz.study.words import Words, words

COSTS = ("control_messages", "piggyback_bytes", "blocking_us", "duration_us")


@dataclass(frozen=True)
class Advice:
    """``standing`` is one of the names below; ``why`` says it in a sentence.

    ``fit``: right here, and all it assumes holds. ``lucky``: right here though something it
    assumes does not hold. ``wrong``, ``incomplete``, ``refused``, ``no snapshot``: as in the
    trial's outcome.
    """

    protocol: str
    standing: str
    why: Words


@dataclass(frozen=True)
class Guide:
    """``cheapest`` of the fit: fewest control messages, then bytes, blocking, time; or None.

    ``quickest`` of the fit: shortest in all. ``advice``: one for each trial, in its order.
    """

    cheapest: str | None
    quickest: str | None
    summary: Words
    advice: tuple[Advice, ...]


def guide(comparison: Comparison) -> Guide:
    """Advice on the scenario of a comparison."""
    advice = tuple(map(_advise, comparison.trials))
    fit = [
        trial
        for trial, word in zip(comparison.trials, advice, strict=True)
        if word.standing == "fit"
    ]
    # Of equals the one asked for first: min keeps the order.
    cheapest = min(fit, key=lambda trial: [trial.total(cost) for cost in COSTS], default=None)
    quickest = min(fit, key=lambda trial: trial.total("duration_us"), default=None)
    return Guide(
        cheapest.protocol if cheapest else None,
        quickest.protocol if quickest else None,
        _summary(cheapest, quickest),
        advice,
    )


def _advise(trial: Trial) -> Advice:
    broken = [a for a in trial.assumptions if a.holds is False]
    standing, why = trial.outcome, _OUTCOMES[trial.outcome]
    if standing == "sound":
        standing = "lucky" if broken else "fit"
        why = (
            words("right this time, but it assumes %1: %2", broken[0].name, broken[0].why)
            if broken
            else words("right, and all it assumes holds here")
        )
    elif standing == "refused":
        why = words("does not run here: %1", trial.refusal)
    elif broken:
        text = f"{why.text}: it assumes %1, but %2"
        why = words(text, broken[0].name, broken[0].why)
    return Advice(trial.protocol, standing, why)


_OUTCOMES = {
    "sound": words("right"),
    "wrong": words("recorded a wrong state"),
    "incomplete": words("does not finish before the end"),
    "no snapshot": words("the script asks for no snapshot"),
    "refused": words("does not run here"),
}


def _summary(cheapest: Trial | None, quickest: Trial | None) -> Words:
    """Who is ranked is said first: a cheaper one may be out for what it assumes."""
    if cheapest is None:
        return words("none of these is sure to be right here")
    count, took = cheapest.total("control_messages"), quickest.total("duration_us") / 1000
    if cheapest is quickest:
        text = (
            "take %1: of those that were right here and whose assumptions hold, fewest control "
            "messages (%2), and quickest (%3 ms)"
        )
        return words(text, cheapest.protocol, count, f"{took:.1f}")
    text = (
        "take %1: of those that were right here and whose assumptions hold, fewest control "
        "messages (%2); %3 is quickest (%4 ms)"
    )
    return words(text, cheapest.protocol, count, quickest.protocol, f"{took:.1f}")

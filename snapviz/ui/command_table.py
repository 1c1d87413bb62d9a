"""The commands of the window: names, words, keys and icons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """``name`` becomes the object name ``action.<name>``; ``tip`` says what it does."""

    name: str
    text: str
    tip: str
    keys: tuple = ()
    icon: str = ""

    @property
    def checkable(self) -> bool:
        """Tools and modes are on or off."""
        return self.name.startswith("tool.") or self.name in ("handCut", "present", "votes")


COMMANDS = (
    Command(
        "new",
        QT_TRANSLATE_NOOP("Actions", "&New"),
        QT_TRANSLATE_NOOP("Actions", "Start an empty scenario"),
        (Keys.New,),
        "new",
    ),
    Command(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a scenario file"),
        (Keys.Open,),
        "open",
    ),
    Command(
        "examples",
        QT_TRANSLATE_NOOP("Actions", "&Examples…"),
        QT_TRANSLATE_NOOP("Actions", "Choose one of the scenarios that come with snapviz"),
        ("Ctrl+E",),
        "examples",
    ),
    Command(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Save the scenario"),
        (Keys.Save,),
        "save",
    ),
    Command(
        "saveAs",
        QT_TRANSLATE_NOOP("Actions", "Save &As…"),
        QT_TRANSLATE_NOOP("Actions", "Save the scenario in another file"),
        ("Ctrl+Shift+S",),
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Actions", "E&xport Diagram…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Write the diagram as a picture or an animation, or the run as data"
        ),
        ("Ctrl+Shift+E",),
        "export",
    ),
    Command(
        "importGraphml",
        QT_TRANSLATE_NOOP("Actions", "&Import Topology…"),
        QT_TRANSLATE_NOOP("Actions", "Open a topology from a GraphML file"),
    ),
    Command(
        "exportGraphml",
        QT_TRANSLATE_NOOP("Actions", "Export Topolo&gy…"),
        QT_TRANSLATE_NOOP("Actions", "Write processes and channels as a GraphML file"),
    ),
    Command(
        "copyImage",
        QT_TRANSLATE_NOOP("Actions", "Copy Diagram as &Image"),
        QT_TRANSLATE_NOOP("Actions", "Put the diagram as shown on the clipboard"),
        ("Ctrl+Shift+C",),
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window"),
        ("Ctrl+Q",),
    ),
    Command(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last edit"),
        (Keys.Undo,),
        "undo",
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Bring back what was undone"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
    ),
    Command(
        "cut",
        QT_TRANSLATE_NOOP("Actions", "Cu&t"),
        QT_TRANSLATE_NOOP("Actions", "Copy the selected processes and delete them"),
        (Keys.Cut,),
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy"),
        QT_TRANSLATE_NOOP("Actions", "Copy the selected processes with the channels between them"),
        (Keys.Copy,),
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "&Paste"),
        QT_TRANSLATE_NOOP("Actions", "Add the copied processes to the scenario"),
        (Keys.Paste,),
    ),
    Command(
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Dup&licate"),
        QT_TRANSLATE_NOOP("Actions", "Add a copy of what is selected"),
        ("Ctrl+D",),
    ),
    Command(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "&Delete"),
        QT_TRANSLATE_NOOP("Actions", "Delete what is selected"),
        ("Del", "Backspace"),
        "delete",
    ),
    Command(
        "rename",
        QT_TRANSLATE_NOOP("Actions", "Re&name…"),
        QT_TRANSLATE_NOOP("Actions", "Give the selected process another name"),
        ("F2",),
    ),
    Command(
        "selectAll",
        QT_TRANSLATE_NOOP("Actions", "Select &All"),
        QT_TRANSLATE_NOOP("Actions", "Select all processes"),
        (Keys.SelectAll,),
    ),
    Command(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Find Events…"),
        QT_TRANSLATE_NOOP("Actions", "Find events by what they say"),
        (Keys.Find,),
    ),
    Command(
        "findNext",
        QT_TRANSLATE_NOOP("Actions", "Find Ne&xt"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next event found"),
        ("F3",),
        "step-forward",
    ),
    Command(
        "findPrevious",
        QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"),
        QT_TRANSLATE_NOOP("Actions", "Go to the event found before"),
        ("Shift+F3",),
        "step-back",
    ),
    Command(
        "addProcess",
        QT_TRANSLATE_NOOP("Actions", "Add &Process"),
        QT_TRANSLATE_NOOP("Actions", "Add a process to the system"),
        ("Ctrl+Shift+P",),
    ),
    Command(
        "addChannel",
        QT_TRANSLATE_NOOP("Actions", "Add &Channel"),
        QT_TRANSLATE_NOOP(
            "Actions", "Connect the two selected processes, or the next two that are not connected"
        ),
        ("Ctrl+Shift+L",),
    ),
    Command(
        "sendMessage",
        QT_TRANSLATE_NOOP("Actions", "Send &Message"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Send a message now, at the play-head, on the selected channel or between the selected processes",
        ),
        ("Ctrl+Shift+M",),
    ),
    Command(
        "takeSnapshot",
        QT_TRANSLATE_NOOP("Actions", "Take &Snapshot"),
        QT_TRANSLATE_NOOP(
            "Actions", "Start a snapshot now, at the play-head, from the selected process"
        ),
        ("Ctrl+Shift+T",),
    ),
    Command(
        "syncClocks",
        QT_TRANSLATE_NOOP("Actions", "S&ynchronize Clocks"),
        QT_TRANSLATE_NOOP(
            "Actions", "Synchronize all clocks now, at the play-head, with the selected process"
        ),
        ("Ctrl+Shift+Y",),
    ),
    Command(
        "checkpoint",
        QT_TRANSLATE_NOOP("Actions", "Take C&heckpoint"),
        QT_TRANSLATE_NOOP(
            "Actions", "Let the selected process take a checkpoint now, at the play-head"
        ),
    ),
    Command(
        "crash",
        QT_TRANSLATE_NOOP("Actions", "C&rash"),
        QT_TRANSLATE_NOOP("Actions", "Crash the selected process now, at the play-head"),
    ),
    Command(
        "restart",
        QT_TRANSLATE_NOOP("Actions", "R&estart"),
        QT_TRANSLATE_NOOP("Actions", "Restart the selected process now, at the play-head"),
    ),
    Command(
        "partition",
        QT_TRANSLATE_NOOP("Actions", "Part&ition Selected From the Rest"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "From the play-head on messages between the selected processes and all others are lost",
        ),
    ),
    Command(
        "heal",
        QT_TRANSLATE_NOOP("Actions", "Heal the Net&work"),
        QT_TRANSLATE_NOOP("Actions", "From the play-head on messages get through to everyone"),
    ),
    Command(
        "rollback",
        QT_TRANSLATE_NOOP("Actions", "Roll &Back to Here"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Later all processes go back to the play-head; the inspector says when",
        ),
    ),
    Command(
        "handCut",
        QT_TRANSLATE_NOOP("Actions", "&Hand-Drawn Cut"),
        QT_TRANSLATE_NOOP("Actions", "Draw a cut by hand and see whether it is consistent"),
        ("H",),
        "cut",
    ),
    Command(
        "votes",
        QT_TRANSLATE_NOOP("Actions", "&Votes and Acknowledgements"),
        QT_TRANSLATE_NOOP("Actions", "Draw what only answers others when a snapshot is kept"),
    ),
    Command(
        "neverHappened",
        QT_TRANSLATE_NOOP("Actions", "It &Never Happened"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Show the run beside one with the same events that passes through the state the selected snapshot recorded",
        ),
    ),
    Command(
        "breakIt",
        QT_TRANSLATE_NOOP("Actions", "&Break an Assumption"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Break what the selected snapshot relies on, and see the message that makes it go wrong",
        ),
    ),
    Command(
        "play",
        QT_TRANSLATE_NOOP("Actions", "&Play"),
        QT_TRANSLATE_NOOP("Actions", "Play the run from here"),
        ("Space",),
        "play",
    ),
    Command(
        "stepForward",
        QT_TRANSLATE_NOOP("Actions", "Step &Forward"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next event"),
        ("Right",),
        "step-forward",
    ),
    Command(
        "stepBack",
        QT_TRANSLATE_NOOP("Actions", "Step &Back"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last event"),
        ("Left",),
        "step-back",
    ),
    Command(
        "toStart",
        QT_TRANSLATE_NOOP("Actions", "To the &Start"),
        QT_TRANSLATE_NOOP("Actions", "Go to the start of the run"),
        ("Home",),
        "to-start",
    ),
    Command(
        "toEnd",
        QT_TRANSLATE_NOOP("Actions", "To the &End"),
        QT_TRANSLATE_NOOP("Actions", "Go to the last event of the run"),
        ("End",),
        "to-end",
    ),
    Command(
        "slower",
        QT_TRANSLATE_NOOP("Actions", "S&lower"),
        QT_TRANSLATE_NOOP("Actions", "Play slower"),
        ("[",),
        "slower",
    ),
    Command(
        "faster",
        QT_TRANSLATE_NOOP("Actions", "Fas&ter"),
        QT_TRANSLATE_NOOP("Actions", "Play faster"),
        ("]",),
        "faster",
    ),
    Command(
        "continueFromHere",
        QT_TRANSLATE_NOOP("Actions", "&Continue from Here"),
        QT_TRANSLATE_NOOP(
            "Actions", "Let the run go on another way from the play-head: a branch to edit"
        ),
        ("Ctrl+B",),
    ),
    Command(
        "zoomIn",
        QT_TRANSLATE_NOOP("Actions", "Zoom &In"),
        QT_TRANSLATE_NOOP("Actions", "Show less time, in more detail"),
        ("Ctrl++", "Ctrl+="),
        "zoom-in",
    ),
    Command(
        "zoomOut",
        QT_TRANSLATE_NOOP("Actions", "Zoom &Out"),
        QT_TRANSLATE_NOOP("Actions", "Show more time"),
        ("Ctrl+-",),
        "zoom-out",
    ),
    Command(
        "fit",
        QT_TRANSLATE_NOOP("Actions", "&Fit"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole run"),
        ("F",),
        "fit",
    ),
    Command(
        "present",
        QT_TRANSLATE_NOOP("Actions", "&Presentation"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Large type and nothing but the diagram, for a projector; F11 or Esc goes back",
        ),
        ("F11",),
        "present",
    ),
    Command(
        "tool.select",
        QT_TRANSLATE_NOOP("Actions", "&Select"),
        QT_TRANSLATE_NOOP("Actions", "Select and move things"),
        ("V",),
        "select",
    ),
    Command(
        "tool.process",
        QT_TRANSLATE_NOOP("Actions", "&Process"),
        QT_TRANSLATE_NOOP("Actions", "Click in the topology to add a process"),
        ("P",),
        "process",
    ),
    Command(
        "tool.channel",
        QT_TRANSLATE_NOOP("Actions", "&Channel"),
        QT_TRANSLATE_NOOP("Actions", "Drag from one process to another to connect them"),
        ("C",),
        "channel",
    ),
    Command(
        "tool.message",
        QT_TRANSLATE_NOOP("Actions", "&Message"),
        QT_TRANSLATE_NOOP("Actions", "Drag from one process line to another to send a message"),
        ("M",),
        "message",
    ),
    Command(
        "tool.snapshot",
        QT_TRANSLATE_NOOP("Actions", "S&napshot"),
        QT_TRANSLATE_NOOP("Actions", "Click on a process line to start a snapshot there"),
        ("S",),
        "snapshot",
    ),
    Command(
        "tool.checkpoint",
        QT_TRANSLATE_NOOP("Actions", "Chec&kpoint"),
        QT_TRANSLATE_NOOP("Actions", "Click on a process line to take a checkpoint there"),
        ("K",),
        "checkpoint",
    ),
    Command(
        "tool.crash",
        QT_TRANSLATE_NOOP("Actions", "C&rash"),
        QT_TRANSLATE_NOOP("Actions", "Click on a process line to crash the process there"),
        ("X",),
        "crash",
    ),
    Command(
        "tool.rollback",
        QT_TRANSLATE_NOOP("Actions", "Roll &Back"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Click on a process line: everyone goes back, from the later of that time "
            "and the play-head to the earlier",
        ),
        ("B",),
        "rollback",
    ),
    Command(
        "arrange.circle",
        QT_TRANSLATE_NOOP("Actions", "&Circle"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the processes anew"),
    ),
    Command(
        "arrange.grid",
        QT_TRANSLATE_NOOP("Actions", "&Grid"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the processes anew"),
    ),
    Command(
        "arrange.line",
        QT_TRANSLATE_NOOP("Actions", "&Line"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the processes anew"),
    ),
    Command(
        "arrange.tree",
        QT_TRANSLATE_NOOP("Actions", "&Tree"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the processes anew"),
    ),
    Command(
        "arrange.spring",
        QT_TRANSLATE_NOOP("Actions", "&Springs"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the processes anew"),
    ),
    Command(
        "arrange.kamada-kawai",
        QT_TRANSLATE_NOOP("Actions", "&Distances (Kamada–Kawai)"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the processes anew"),
    ),
    Command(
        "align.left",
        QT_TRANSLATE_NOOP("Actions", "&Left"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes in one line"),
    ),
    Command(
        "align.center",
        QT_TRANSLATE_NOOP("Actions", "&Centre"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes in one line"),
    ),
    Command(
        "align.right",
        QT_TRANSLATE_NOOP("Actions", "&Right"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes in one line"),
    ),
    Command(
        "align.top",
        QT_TRANSLATE_NOOP("Actions", "&Top"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes in one line"),
    ),
    Command(
        "align.middle",
        QT_TRANSLATE_NOOP("Actions", "&Middle"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes in one line"),
    ),
    Command(
        "align.bottom",
        QT_TRANSLATE_NOOP("Actions", "&Bottom"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes in one line"),
    ),
    Command(
        "distribute.horizontally",
        QT_TRANSLATE_NOOP("Actions", "Spread &Horizontally"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes at equal distances"),
    ),
    Command(
        "distribute.vertically",
        QT_TRANSLATE_NOOP("Actions", "Spread &Vertically"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected processes at equal distances"),
    ),
    Command(
        "compare",
        QT_TRANSLATE_NOOP("Actions", "&Compare Protocols"),
        QT_TRANSLATE_NOOP("Actions", "See this run under every protocol, side by side"),
        ("F6",),
    ),
    Command(
        "sweep",
        QT_TRANSLATE_NOOP("Actions", "&Sweep…"),
        QT_TRANSLATE_NOOP("Actions", "Count what goes wrong as one thing varies, over many seeds"),
        ("F7",),
    ),
    Command(
        "decision",
        QT_TRANSLATE_NOOP("Actions", "&Decision Step by Step"),
        QT_TRANSLATE_NOOP("Actions", "Tell how a snapshot was gathered, kept and decided"),
    ),
    Command(
        "narrator",
        QT_TRANSLATE_NOOP("Actions", "Narra&tor"),
        QT_TRANSLATE_NOOP("Actions", "Tell what has just happened, beside the pseudo-code"),
    ),
    Command(
        "states",
        QT_TRANSLATE_NOOP("Actions", "&Global States"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "See every consistent global state, and whether a condition possibly or definitely holds",
        ),
        ("F9",),
    ),
    Command(
        "differences",
        QT_TRANSLATE_NOOP("Actions", "Compare with Another &Run…"),
        QT_TRANSLATE_NOOP(
            "Actions", "See event by event what differs with another seed, protocol, log or file"
        ),
        ("Ctrl+Shift+D",),
    ),
    Command(
        "lessons",
        QT_TRANSLATE_NOOP("Actions", "&Lessons"),
        QT_TRANSLATE_NOOP("Actions", "Predict, see and understand, step by step on live runs"),
        ("F8",),
    ),
    Command(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        QT_TRANSLATE_NOOP("Actions", "Read about what is in hand: guide, algorithms, file format"),
        ("F1",),
    ),
    Command(
        "tour",
        QT_TRANSLATE_NOOP("Actions", "First &Tour"),
        QT_TRANSLATE_NOOP("Actions", "Take your first snapshot, with a word at every step"),
    ),
    Command(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard and Mouse"),
        QT_TRANSLATE_NOOP("Actions", "What the keys and the mouse do"),
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About snapviz"),
        QT_TRANSLATE_NOOP("Actions", "What this program is"),
    ),
)

"""What is inside the controller: spaces, points, journeys, paths and presets."""

from patches.make_pd.patch import Patch, arranged

CURVES = ("linear", "spherical", "expressive")


def points() -> Patch:
    """Make the menus of points: anchors and presets."""
    patch = Patch()
    ask = patch.object("r $0-ask") >> "t b b"
    ask[1] >> "msg /anchor/list" >> "s $0-osc"
    ask[0] >> "msg at" >> "s $0-question"
    answer = patch.object("r $0-answer") >> "route anchor preset"
    anchors = answer >> "t b a a"
    presets = answer[1] >> "route store recall delete"
    stored = presets[3] >> "t b a a"
    kept = anchors >> "list append"
    anchors[1] >> kept[1]
    stored >> kept
    joined = kept >> "list append"
    stored[1] >> joined[1]
    stored[2] >> "s $0-presets"
    names = joined >> "list prepend names" >> "list trim" >> "t a a a"
    for outlet, menu in enumerate(("point", "from", "to")):
        names[outlet] >> f"s $0-{menu}-in"
    # The first journey leads from the first point to the second.
    ends = anchors[2] >> "list split 2" >> "unpack s s"
    for outlet, menu in enumerate(("from", "to")):
        start = ends[outlet] >> "t s s"
        start >> "msg choose $1" >> f"s $0-{menu}-in"
        start[1] >> f"s $0-{menu}-out"
    go = patch.object("r $0-point-out") >> "t b s"
    go[1] >> "msg at $1" >> "s $0-to-voice"
    go >> "s $0-moved"
    patch.object("r $0-state") >> "route at" >> "list" >> "msg choose $1" >> "s $0-point-in"
    return arranged(patch, "Anchors and presets, by name, in three menus.")


def journeys() -> Patch:
    """Make the journeys between two points."""
    patch = Patch()
    journey = patch.object("timbre.morph * 0 0 4")
    for source, text in (
        ("from-out", "msg from $1"),
        ("to-out", "msg to $1"),
        ("journey-time", "msg time $1"),
        ("go", "msg bang"),
        ("back", "msg back"),
    ):
        patch.object(f"r $0-{source}") >> text >> journey
    patch.object("r $0-scrub") >> journey
    patch.object("r $0-target") >> journey
    curve = patch.object("r $0-curve") >> "sel 0 1 2"
    for number, name in enumerate(CURVES):
        curve[number] >> f"msg curve {name}" >> journey
    told = journey >> "t b f"
    told[1] >> "msg set $1" >> "s $0-show-scrub"
    told >> "s $0-moved"
    journey[1] >> "s $0-answer"
    return arranged(patch, "Journeys between two points.")


def presets() -> Patch:
    """Make what is stored, recalled and deleted."""
    patch = Patch()
    patch.object("r $0-ask") >> "msg /preset/list" >> "s $0-osc"
    patch.object("r $0-presets") >> "list prepend names" >> "list trim" >> "s $0-preset-in"
    typed = patch.object("r $0-preset-typed") >> "t s"
    chosen = patch.object("r $0-preset-out") >> "t b s s s"
    store = patch.object("r $0-store") >> "symbol"
    # It is deleted by two clicks within two seconds.
    count = patch.object("r $0-delete") >> "f 0"
    clicks = count >> "== 0" >> "t f f"
    clicks[1] >> count[1]
    clicked = clicks >> "sel 0 1"
    again = clicked >> "t b b"
    delete = again >> "symbol"
    first = clicked[1] >> "t b b"
    first >> "msg label sure?" >> "s $0-show-delete"
    calm = first[1] >> "delay 2000" >> "t b b"
    again[1] >> calm
    calm >> "msg label delete" >> "s $0-show-delete"
    calm[1] >> "msg 0" >> count[1]
    for name in (typed[0], chosen[2]):
        name >> store[1]
        name >> delete[1]
    chosen[3] >> "msg set $1" >> "s $0-preset-shown"
    store >> "msg /preset/store $1" >> "s $0-osc"
    delete >> "msg /preset/delete $1" >> "s $0-osc"
    recall = chosen[1] >> "pack s f"
    patch.object("r $0-recall-time") >> recall[1]
    recall >> "msg /preset/recall $1 $2" >> "s $0-osc"
    chosen >> "delay 100" >> "s $0-ask-voice"
    # When that is done, by whomever, the list is another.
    answer = patch.object("r $0-answer") >> "route done preset"
    done = answer >> "route /preset/store /preset/delete"
    others = answer[1] >> "route store delete recall"
    changed = done >> "t b"
    for port in (done[1], others[0], others[1]):
        port >> changed
    changed >> "msg /preset/list" >> "s $0-osc"
    others[2] >> "t b" >> "delay 100" >> "s $0-ask-voice"
    return arranged(patch, "What is stored, recalled and deleted.")


def spaces() -> Patch:
    """Make the menu of spaces."""
    patch = Patch()
    patch.object("r $0-ask") >> "msg /space/list, /space/info" >> "s $0-osc"
    load = patch.object("r $0-space-out") >> "pack s f"
    patch.object("r $0-fade") >> load[1]
    load >> "msg /space/load $1 $2" >> "s $0-osc"
    answer = patch.object("r $0-answer") >> "route space event done"
    info = answer >> "route info load"
    info[2] >> "list prepend names" >> "list trim" >> "s $0-space-in"
    info >> "list" >> "list split 1" >> "msg choose $1" >> "s $0-space-in"
    event = answer[1] >> "route space"
    loaded = answer[2] >> "route /space/load"
    anew = event >> "t b"
    loaded >> anew
    anew >> "s $0-ask"
    return arranged(patch, "The spaces at hand. When another one plays, all is asked for anew.")


def paths() -> Patch:
    """Make the menu of stored paths, and their transport."""
    patch = Patch()
    listed = patch.object("r $0-ask") >> "msg /path/list"
    patch.object("r $0-path-anew") >> listed
    listed >> "s $0-osc"
    patch.object("r $0-answer") >> "route path" >> "list prepend names" >> "list trim" >> "s $0-path-in"
    patch.object("r $0-path-out") >> "msg path/load $1" >> "s $0-to-voice"
    names = "play", "rate", "loop"
    state = patch.object("r $0-state") >> "route path" >> f"route {' '.join(names)} load"
    for number, name in enumerate(names):
        moved = patch.object(f"r $0-set-path-{name}") >> "t b f"
        moved[1] >> f"msg path/{name} $1" >> "s $0-to-voice"
        # Soon it is asked, as it may have been refused.
        moved >> "delay 100" >> "s $0-ask-path"
        state[number] >> "msg set $1" >> f"s $0-show-path-{name}"
    state[3] >> "list" >> "msg choose $1" >> "s $0-path-in"
    asked = patch.object("r $0-ask-path") >> "t b"
    patch.object("r $0-ask-voice") >> asked
    patch.object("r $0-ask") >> asked
    asked >> "msg path/play, path/rate, path/loop, scrub" >> "s $0-question"
    # While it plays, the place is asked for.
    state >> "metro 50" >> "msg scrub" >> "s $0-question"
    place = patch.object("r $0-state") >> "route scrub" >> "t f f"
    place[1] >> "msg set $1" >> "s $0-show-scrub"
    place >> "change -1" >> "t b" >> "s $0-moved"
    return arranged(patch, "Stored paths: one that is clicked is loaded, play travels on it.")


PARTS = (points, journeys, presets, spaces, paths)

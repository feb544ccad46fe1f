"""Where the voices go: points, journeys, presets, spaces and paths, in the menus of the controller."""

from patches.make_max.abstractions import LONG
from patches.make_max.layout import arranged
from patches.make_max.patch import Node, Patch, Port

CURVES = ("linear", "spherical", "expressive")


def filled(names: Node | Port) -> tuple[Node, Node]:
    """Make of a list of names what clears a menu, and what fills it; an empty list comes as a bang."""
    some = names >> "route bang"
    both = some[1] >> "t l b"
    clear = both[1] >> "msg clear"
    some >> clear
    return clear, both[0] >> f"zl.iter 1 {LONG}" >> "prepend append"


def points() -> Patch:
    """Make the menus of points: anchors and presets."""
    patch = Patch()
    ask = patch.object("r #0-ask") >> "t b b b"
    ask[2] >> "msg /anchor/list" >> "s #0-osc"
    ask[1] >> "msg /preset/list" >> "s #0-osc"
    ask[0] >> "msg at" >> "s #0-question"
    answer = patch.object("r #0-answer") >> "route anchor preset"
    anchors = answer >> "route names"
    some = (anchors >> "route bang")[1] >> "t l l"
    for step in filled(some[1]):
        step >> "s #0-points"
    stored = answer[1] >> "route names store delete"
    clear, each = filled(stored)
    clear >> "s #0-presets"
    both = each >> "t l l"
    both[1] >> "s #0-presets"
    both[0] >> "s #0-points"
    again = stored[1] >> "t b"
    stored[2] >> again
    done = patch.object("r #0-answer") >> "route done" >> "route /preset/store /preset/delete"
    done[0] >> again
    done[1] >> again
    # Before presets, so that none of them stays in the menus of points.
    asked = again >> "delay 100" >> "t b b"
    asked[1] >> "msg /anchor/list" >> "s #0-osc"
    asked[0] >> "msg /preset/list" >> "s #0-osc"
    # The first journey leads from the first point to the second.
    ends = some[0] >> "zl.slice 2" >> "unpack s s"
    for outlet, end in enumerate(("from", "to")):
        start = ends[outlet] >> "t l l"
        start[1] >> "prepend setsymbol" >> f"s #0-{end}-menu"
        start[0] >> f"s #0-{end}"
    go = patch.object("r #0-point") >> "t b l"
    go[1] >> "prepend at" >> "s #0-to-voice"
    go[0] >> "s #0-moved"
    patch.object("r #0-state") >> "route at" >> "prepend setsymbol" >> "s #0-point-menu"
    return arranged(patch, "Anchors and presets, by name, in the menus.")


def journeys() -> Patch:
    """Make the journeys between two points."""
    patch = Patch()
    journey = patch.object("timbre.morph *")
    for name in ("from", "to", "time", "curve"):
        patch.object(f"r #0-{name}") >> f"prepend {name}" >> journey
    patch.object("r #0-go") >> journey
    patch.object("r #0-back") >> "msg back" >> journey
    patch.object("r #0-scrub") >> journey
    patch.object("r #0-target") >> journey
    told = journey >> "t b f"
    told[1] >> "prepend set" >> "s #0-show-scrub"
    told[0] >> "s #0-moved"
    refused = journey[1] >> "route fail"
    refused >> "s #0-refused"
    return arranged(patch, "Journeys between two points.")


def presets() -> Patch:
    """Make what is stored, recalled and deleted on the server."""
    patch = Patch()
    chosen = patch.object("r #0-preset") >> "t b l l"
    chosen[2] >> "prepend set" >> "s #0-name"
    recall = chosen[1] >> "pack none 1."
    patch.object("r #0-recall-time") >> recall[1]
    recall >> "prepend /preset/recall" >> "s #0-osc"
    chosen[0] >> "delay 100" >> "s #0-ask-voice"
    # The name is what stands in the field, which a bang makes it tell.
    way = patch.object("gate 2")
    for place, name in enumerate(("store", "delete"), 1):
        press = patch.object(f"r #0-{name}") >> "t b b"
        press[1] >> f"msg {place}" >> way
        press[0] >> "s #0-name"
    typed = patch.object("r #0-name-told") >> "route text"
    some = typed >> "route bang"
    some[1] >> way[1]
    way[0] >> "prepend /preset/store" >> "s #0-osc"
    way[1] >> "prepend /preset/delete" >> "s #0-osc"
    return arranged(patch, "What the server stores, recalls and deletes.")


def spaces() -> Patch:
    """Make the menu of spaces, and that of paths."""
    patch = Patch()
    ask = patch.object("r #0-ask") >> "t b b b"
    ask[2] >> "msg /space/list" >> "s #0-osc"
    ask[1] >> "msg /space/info" >> "s #0-osc"
    ask[0] >> "msg /path/list" >> "s #0-osc"
    load = patch.object("r #0-space") >> "pack none 2."
    patch.object("r #0-fade") >> load[1]
    load >> "prepend /space/load" >> "s #0-osc"
    answer = patch.object("r #0-answer") >> "route space event done path"
    told = answer >> "route names info"
    facts = told[1] >> "t l l"
    paths = answer[3] >> "route names"
    for names, menu in ((told, "space"), (paths, "path")):
        for step in filled(names):
            step >> f"s #0-{menu}-menu"
    facts[1] >> "zl.slice 1" >> "prepend setsymbol" >> "s #0-space-menu"
    facts[0] >> "zl.nth 3" >> "s #0-voices"
    anew = answer[1] >> "route space" >> "t b"
    answer[2] >> "route /space/load" >> anew
    anew >> "s #0-ask"
    patch.object("r #0-path") >> "prepend path/load" >> "s #0-to-voice"
    patch.object("r #0-look") >> "msg /path/list" >> "s #0-osc"
    return arranged(patch, "The spaces at hand, and the paths. When another space plays, all is asked for anew.")


GOING = (points, journeys, presets, spaces)

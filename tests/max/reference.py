"""The vocabulary of Max's reference pages, which py2max carries: the messages and the attributes of each class."""

import re
from functools import cache

from py2max.maxref import get_object_info

# Common box attributes, and those that a file has for every box.
_BOX = (
    "annotation background color fontface fontname fontsize hidden hint id ignoreclick jspainterfile linecount maxclass"
    " numinlets numoutlets outlettype parameter_enable patcher patching_rect position presentation presentation_rect"
    " prototypename rect saved_attribute_attributes saved_object_attributes size style text textcolor textjustification"
    " valuepopup valuepopuplabel varname"
)
_PAGES = {  # whose page has another name
    "+": "plus", "-": "minus", "*": "times", "/": "div", "%": "modulo", "!-": "rminus", "!/": "rdiv",
    "==": "equals", "!=": "notequals", "<": "lessthan", ">": "greaterthan", "<=": "lessthaneq", ">=": "greaterthaneq",
    "&&": "logand", "||": "logor",
}  # fmt: skip


@cache
def _page(name):
    page = get_object_info(_PAGES.get(name, name))
    if page is None:
        raise LookupError(f"Max's reference has no page of {name}")
    return page


def has_message(name, selector):
    """Whether the page of a class names a message."""
    return selector in _page(name)["methods"]


def has_attribute(name, attribute):
    """Whether a class has an attribute, of its own or as every box."""
    known = _page(name)["attributes"]
    filling = re.fullmatch(r"(bgfillcolor)_(type|color|color1|color2|angle|proportion|autogradient)", attribute)
    return attribute in _BOX.split() or attribute in known or (filling is not None and filling[1] in known)

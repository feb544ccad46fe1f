"""Pages of reference in Max's own format: what its help and its hints show of each object."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from patches.reference import REFERENCE


def page(name: str) -> str:
    """Write the page of an abstraction."""
    it = REFERENCE[name]
    root = Element("c74object", name=name, module="rt-timbre", category="rt-timbre")
    _said(root, it.summary, "Talks to rt-timbre, the server that plays generative timbre spaces.")
    tags = SubElement(root, "metadatalist")
    SubElement(tags, "metadata", name="author").text = "The rt-timbre authors"
    SubElement(tags, "metadata", name="tag").text = "rt-timbre"
    inlets = SubElement(root, "inletlist")
    _said(SubElement(inlets, "inlet", id="0", type="anything"), "messages")
    outlets = SubElement(root, "outletlist")
    for number, (given, meaning) in enumerate(it.gives):
        _said(SubElement(outlets, "outlet", id=str(number), type="anything"), given, meaning)
    arguments = SubElement(root, "objarglist")
    for argument, meaning in it.arguments + it.max_arguments:
        _said(SubElement(arguments, "objarg", name=argument, optional="1", type="any"), meaning, meaning)
    methods = SubElement(root, "methodlist")
    for message, meaning in it.takes:
        selector, *values = message.split()
        if selector.replace(".", "").isdigit():
            selector, values = ("list" if values else "float"), message.split()
        method = SubElement(methods, "method", name=selector)
        given_ = SubElement(method, "arglist")
        for value in values:
            number_ = value.replace(".", "").lstrip("-").isdigit()
            SubElement(given_, "arg", name=value, optional="0", type="float" if number_ else "symbol")
        _said(method, meaning, f"{message}: {meaning}")
    others = SubElement(root, "seealsolist")
    for other, its in REFERENCE.items():
        if other != name and "Max" in its.programs:
            SubElement(others, "seealso", name=other)
    indent(root, "\t")
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n{tostring(root, encoding="unicode")}\n'


def _said(element: Element, digest: str, description: str = "") -> None:
    SubElement(element, "digest").text = digest
    SubElement(element, "description").text = description or digest

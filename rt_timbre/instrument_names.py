"""What instruments are called in different places."""


def matched_names(names: tuple[str, ...], known: tuple[str, ...]) -> dict[str, str]:
    """Find what instruments are called elsewhere.

    Parameters
    ----------
    names : tuple of str
        Names, as "FrenchHorn" or "Saxophone".
    known : tuple of str
        Names elsewhere, as "French Horn" or "Alto Saxophone".

    Returns
    -------
    dict of str to str
        For each of `names` the one of `known` that is spelled the same but for case and blanks, or else the only one
        that ends with it, or itself. None of `known` stands for two.
    """

    def plain(name: str) -> str:
        return "".join(character for character in name.casefold() if character.isalnum())

    result = {name: other for name in names for other in known if plain(name) == plain(other)}
    for name in names:
        ends = [other for other in known if plain(other).endswith(plain(name)) and other not in result.values()]
        if name not in result:
            result[name] = ends[0] if len(ends) == 1 else name
    return result

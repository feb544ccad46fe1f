"""Slow, obvious or foreign implementations that ours are held against."""

import types
import warnings

import numpy as np

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of pyFFTW, which it can do without
    import nsgt.nsgfwin_sl
    from nsgt.fscale import LinScale, LogScale, MelScale, OctScale, Scale

__all__ = ["ErbScale", "LinScale", "LogScale", "MelScale", "OctScale", "nsgt"]


class _NumpyWithOldClip(types.ModuleType):
    """numpy as nsgt 0.19 expects it: np.clip writes a result of another kind into an array of integers."""

    def __getattr__(self, name):
        return getattr(np, name)

    @staticmethod
    def clip(array, low, high, out):
        return np.maximum(array, low, out=out)


nsgt.nsgfwin_sl.np = _NumpyWithOldClip("numpy")


class ErbScale(Scale):
    """Equal steps of ERB-number (Glasberg and Moore 1990); nsgt has none of its own."""

    def __init__(self, low, high, bands):
        super().__init__(bands)
        self.low = 21.4 * np.log10(1.0 + 0.00437 * low)
        self.step = (21.4 * np.log10(1.0 + 0.00437 * high) - self.low) / (bands - 1)

    def F(self, band=None):  # noqa: N802 - the package's name
        band = np.arange(self.bnds) if band is None else band
        return (10.0 ** ((self.low + band * self.step) / 21.4) - 1.0) / 0.00437

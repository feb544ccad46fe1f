import numpy as np

from rt_timbre.transforms.scales import erb_centres
from rt_timbre_export.augmentation import random_filters
from rt_timbre_export.recipe import Augmentation

CENTRES = erb_centres(30.0, 16000.0, 300)


def draw(count=4000, **strengths):
    return random_filters(Augmentation(**strengths), CENTRES, count, np.random.default_rng(0))


def test_nothing_asked_for_does_nothing():
    assert not draw(count=3).any()


def test_the_same_seed_gives_the_same_filters():
    np.testing.assert_array_equal(draw(3, tilt_db=1.0, curve_db=3.0), draw(3, tilt_db=1.0, curve_db=3.0))


def test_curves_have_the_same_strength_at_every_band():
    curves = draw(curve_db=3.0, curve_erb=4.0)
    assert curves.dtype == np.float32
    np.testing.assert_allclose(curves.std(axis=0), 3.0, rtol=0.1)
    np.testing.assert_allclose(curves.mean(axis=0), 0.0, atol=0.2)


def test_curves_are_smooth_and_forget_after_their_distance():
    curves = draw(curve_db=1.0, curve_erb=4.0)
    assert np.abs(np.diff(curves, axis=1)).max() < 0.4  # a band is 0.11 ERB
    bands_apart = int(8.5 / 0.109)
    assert abs(np.mean(curves[:, 0] * curves[:, bands_apart])) < 0.1


def test_tilts_are_straight_over_octaves_and_level_at_1_khz():
    tilts = draw(50, tilt_db=2.0)
    octaves = np.log2(CENTRES / 1000.0)
    slopes = tilts @ octaves / (octaves @ octaves)
    np.testing.assert_allclose(tilts, np.outer(slopes, octaves), atol=1e-4)
    assert 1.0 < slopes.std() < 3.0

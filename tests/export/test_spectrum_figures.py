import numpy as np
from matplotlib.image import imread

from rt_timbre_export.drawing import pixels, save
from rt_timbre_export.novel import Traverse
from rt_timbre_export.reconstruction import Reconstruction
from rt_timbre_export.spectrum_figures import FramePair, reconstructed_frames, reconstructed_notes, traverse_figure
from tests.linear_space import BANDS, decode, linear_space

TRANSFORM = linear_space().transform
RANDOM = np.random.default_rng(9)
FRAMES = decode(RANDOM.normal(size=(7, 3))).astype(np.float32)


def test_frames_are_levels_over_frequency_with_their_error(tmp_path):
    half = FramePair(name="Flute, MIDI 60, mf", decoded=0.5 * FRAMES[0], original=FRAMES[0])
    alone = FramePair(name="Oboe, MIDI 60, mf", decoded=FRAMES[1], original=None)
    figure = reconstructed_frames("Notes", [half, alone], TRANSFORM)
    first, second = figure.axes
    assert first.get_title() == "Flute\nMIDI 60, mf: 6.0 dB"
    assert second.get_title() == "Oboe\nMIDI 60, mf"
    (line,) = first.lines
    np.testing.assert_allclose(line.get_ydata().max(), -6.02, atol=0.01)
    np.testing.assert_array_equal(line.get_xdata(), TRANSFORM.centres[1:])  # 0 Hz has no place on this axis
    np.testing.assert_allclose(second.lines[0].get_ydata().max(), 0.0, atol=1e-6)
    assert first.get_xscale() == "log"
    assert first.get_xlim() == (TRANSFORM.centres[1], TRANSFORM.centres[-1])
    assert (len(first.collections), len(second.collections)) == (1, 0)
    assert first.get_ylabel() == "level (dB)"
    assert second.get_xlabel() == "frequency (Hz)"
    save(figure, tmp_path / "frames.png")
    assert imread(tmp_path / "frames.png").shape[1::-1] == pixels(figure)


def test_whole_notes_are_spectrograms_side_by_side(tmp_path):
    time = np.linspace(-0.1, 1.0, 7)
    both = Reconstruction(name="Flute", time=time, decoded=FRAMES, original=2.0 * FRAMES)
    alone = Reconstruction(name="Oboe", time=time, decoded=FRAMES, original=None)
    figure = reconstructed_notes("Notes", [both, alone], TRANSFORM)
    titles = [axes.get_title() for axes in figure.axes if axes.get_title()]
    assert titles == ["Flute: original", "Flute: decoded", "Oboe: decoded"]
    original, decoded, _ = (axes.collections[0].get_array().reshape(BANDS - 1, 7) for axes in figure.axes[:3])
    assert -0.1 < original.max() <= 0.0  # the strongest band may be that at 0 Hz, which is not drawn
    np.testing.assert_allclose(original - decoded, 20.0 * np.log10(2.0), atol=1e-4)
    assert figure.axes[-1].get_ylabel() == "level (dB)"
    save(figure, tmp_path / "notes.png")
    assert imread(tmp_path / "notes.png").shape[1::-1] == pixels(figure)
    assert len(reconstructed_notes("Notes", [alone], TRANSFORM).axes) == 2  # one spectrogram, one bar of colours


def test_a_traverse_is_a_column_of_frames():
    def way(curve):
        return Traverse(
            names=("Piccolo", "Horn"),
            curve=curve,
            latent=np.zeros((7, 3), np.float32),
            pitch=np.linspace(76.0, 69.0, 7).astype(np.float32),
            frames=FRAMES,
            stretch=np.linspace(1.0, 1.03, 7),
            ends=FRAMES[:2],
        )

    figure = traverse_figure([way("linear"), way("spherical")], TRANSFORM)
    assert figure.get_suptitle() == "From Piccolo to Horn"
    assert len(figure.axes) == 14
    left, right = figure.axes[:7], figure.axes[7:]
    assert left[0].get_title() == "straight line, Piccolo, MIDI 76.0"
    assert right[0].get_title() == "spherical, Piccolo, MIDI 76.0"
    assert left[2].get_title() == "2/6, MIDI 73.7"
    assert left[6].get_title() == "Horn, MIDI 69.0"
    assert max(axes.lines[0].get_ydata().max() for axes in left) < 1e-6
    np.testing.assert_allclose(left[6].lines[0].get_xdata(), 1.03 * TRANSFORM.centres[1:])
    assert [len(axes.collections) for axes in left] == [1, 0, 0, 0, 0, 0, 1]  # the sounds themselves

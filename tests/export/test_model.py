import dataclasses

import numpy as np
import pytest
import torch

from rt_timbre.loudness import REFERENCE_RMS, loudness_rms, normalise
from rt_timbre_export.model import Architecture, Autoencoder
from tests.tiny_dataset import BANDS, HIGH, LOW, tiny_dataset, transform

ARCHITECTURE = Architecture(
    bands=BANDS,
    dimension=3,
    hidden=(32, 32, 24),
    conditioned=True,
    pitch_low=LOW,
    pitch_high=HIGH,
    loudness="a-weighted",
    floor_db=-100.0,
)


def model(seed=0, **changes):
    made = Autoencoder(dataclasses.replace(ARCHITECTURE, **changes), transform(), seed=seed)
    made.standardise(torch.from_numpy(tiny_dataset().frames))
    return made.requires_grad_(False)


def points(rows=20, reach=3.0, seed=0):
    random = np.random.default_rng(seed)
    return torch.from_numpy(random.uniform(-reach, reach, (rows, 3)).astype(np.float32))


def semitones(values):
    return torch.tensor(values, dtype=torch.float32)[:, None]


def test_three_hidden_layers_with_relu_and_the_decoder_mirrored():
    made = model()
    sizes = [[layer.in_features, layer.out_features] for layer in made.encoder if isinstance(layer, torch.nn.Linear)]
    assert sizes == [[BANDS + 12, 32], [32, 32], [32, 24], [24, 6]]
    sizes = [[layer.in_features, layer.out_features] for layer in made.decoder if isinstance(layer, torch.nn.Linear)]
    assert sizes == [[3 + 12, 24], [24, 32], [32, 32], [32, BANDS]]
    assert [type(layer).__name__ for layer in made.encoder] == ["Linear", "ReLU"] * 3 + ["Linear"]


def test_weights_follow_from_the_seed_and_leave_the_global_generator_alone():
    state = torch.random.get_rng_state()
    first, same, other = (model(seed).state_dict() for seed in (1, 1, 2))
    assert torch.equal(torch.random.get_rng_state(), state)
    assert all(torch.equal(first[name], same[name]) for name in first)
    assert not torch.equal(first["encoder.0.weight"], other["encoder.0.weight"])


def test_logs_are_of_frames_at_equal_loudness():
    frames = (
        tiny_dataset().frames[::7] * np.linspace(0.01, 2.0, len(tiny_dataset().frames[::7]), dtype=np.float32)[:, None]
    )
    bands = transform()
    expected = np.log(normalise(frames, bands)[0] + REFERENCE_RMS * 1e-5)
    np.testing.assert_allclose(model().logs(torch.from_numpy(frames)).numpy(), expected, atol=1e-3)
    np.testing.assert_allclose(
        model(loudness="corpus").logs(torch.from_numpy(frames)).numpy(), np.log(frames + 1e-5), rtol=1e-5
    )


def test_training_frames_are_standardised():
    made = model()
    scaled = (made.logs(torch.from_numpy(tiny_dataset().frames)) - made.mean) / made.deviation
    assert scaled.mean(dim=0).abs().max() < 1e-4
    assert float(scaled.square().mean()) == pytest.approx(1.0, rel=1e-4)


@pytest.mark.parametrize("reach", [1.0, 5.0, 1e4])
def test_every_point_is_equally_loud_at_every_pitch(reach):
    pitch = torch.from_numpy(np.linspace(LOW - 5, HIGH + 5, 20, dtype=np.float32))[:, None]
    frames = model().decode(points(reach=reach), pitch).numpy()
    assert np.isfinite(frames).all()
    assert (frames >= 0.0).all()
    bands = transform()
    np.testing.assert_allclose(loudness_rms(frames, bands), REFERENCE_RMS, rtol=1e-3)


def test_pitches_between_semitones_are_the_nearer_one():
    made = model()
    latent = points(5)
    near, semitone = made.decode(latent, semitones([63.6, 64.0, 64.4, 64.6, 65.3])), [64.0, 64.0, 64.0, 65.0, 65.0]
    assert torch.equal(near, made.decode(latent, semitones(semitone)))


def test_pitches_out_of_range_are_those_at_its_ends():
    made = model()
    latent = points(2)
    torch.testing.assert_close(
        made.decode(latent, semitones([LOW - 9.5, HIGH + 0.5])), made.decode(latent, semitones([LOW, HIGH]))
    )


def test_decoded_logs_are_those_of_the_decoded_frames():
    made = model()
    latent = points(12)
    semitone = torch.arange(12)
    frames = made.decode(latent, (semitone + LOW)[:, None].float())
    logs = made.decode_logs(latent, semitone)
    floor = ARCHITECTURE.floor
    heard = frames > 100.0 * floor
    torch.testing.assert_close(logs[heard], torch.log(frames[heard] + floor), atol=0.02, rtol=0.0)


def test_the_pitch_matters_only_to_a_conditioned_model():
    for conditioned in (True, False):
        made = model(conditioned=conditioned)
        same = torch.equal(
            made.decode(points(2), semitones([62.0, 62.0])), made.decode(points(2), semitones([65.0, 66.0]))
        )
        assert same is not conditioned


def test_silence_is_encoded_to_something_finite():
    made = model()
    mean, log_variance = made.encode(made.logs(torch.zeros(2, BANDS)), torch.tensor([0, 1]))
    assert mean.isfinite().all()
    assert log_variance.isfinite().all()


def test_reconstruction_is_encoding_to_the_mean_and_decoding():
    made = model()
    data = tiny_dataset()
    frames, pitch = data.frames[::20], data.pitch[::20]
    semitone = torch.from_numpy(pitch.astype(np.int64) - LOW)
    mean, _ = made.encode(made.logs(torch.from_numpy(frames)), semitone)
    expected = made.decode(mean, torch.from_numpy(pitch)[:, None]).numpy()
    np.testing.assert_allclose(made.reconstruct(frames, pitch), expected, rtol=1e-3, atol=1e-7)

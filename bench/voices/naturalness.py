"""How natural speech is by DistillMOS, 1 to 5: the network of the `distillmos` package, computed with numpy.

The package itself needs PyTorch, some gigabytes for one small network. Here only its weights are read; the results of
both agree to 0.001. The network was trained on speech that lines and codecs had spoilt: it orders voices, and proves
nothing.
"""

from __future__ import annotations

import importlib.util
import io
import math
import pickle
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SEGMENT = 122_880
"""Samples (of 16 kHz) that are judged at once; what is shorter is filled up with silence."""
STEP = 16_000
"""Samples between the beginnings of two segments, at most."""
WINDOW, HOP = 320, 160
CONVOLUTIONS = 6
LAYERS = 7
HEADS = 8


class Naturalness:
    """The network with its weights."""

    def __init__(self) -> None:
        """Read the weights. Raises ModuleNotFoundError where the package is not installed."""
        found = importlib.util.find_spec("distillmos")
        if found is None or found.origin is None:
            raise ModuleNotFoundError("distillmos is not installed")
        self._weights = _weights(Path(found.origin).parent / "weights" / "distill_mos_v7.pt")

    def judge(self, speech: Floats) -> float:
        """Return how natural `speech` is: samples of 16 kHz, -1 to 1."""
        over = max(0, len(speech) - SEGMENT)
        starts = np.linspace(0, 1, math.ceil(over / STEP) + 1)
        segments = (speech[int(at * over) :][:SEGMENT] for at in starts)
        return 1 + 4 * float(np.mean([self._segment(segment) for segment in segments]))

    def _segment(self, samples: Floats) -> float:
        padded = np.pad(samples, (0, SEGMENT - len(samples)))
        x = self._convolved(_compressed_spectrum(padded / (np.abs(padded).max() + 1e-8)))
        x = x.reshape(-1, x.shape[-1]).T
        for norm in ("norm_input", "transformer.norm"):
            x = self._batch_norm(x, f"transformer_pool_attn.{norm}")
        x = self._linear(x, "transformer_pool_attn.transformer.linear_proj")
        x = x + self._weights["transformer_pool_attn.transformer.position_encoding.pe"][0]
        for layer in range(LAYERS):
            x = self._attention_layer(x, f"transformer_pool_attn.transformer.transformer_encoder.layers.{layer}")
        x = self._batch_norm(x, "transformer_pool_attn.norm_trans")
        pool = "transformer_pool_attn.pool"
        weights = self._linear(np.maximum(self._linear(x, f"{pool}.linear1"), 0), f"{pool}.linear2")
        found = self._linear(_softmax(weights.T) @ x, f"{pool}.linear3")
        return 1 / (1 + math.exp(-found.item()))

    def _convolved(self, x: Floats) -> Floats:
        """Return the channels, frequencies and times of `x` after all convolutions."""
        for layer in range(CONVOLUTIONS):
            weight, bias = self._weights[f"cnn.cnn.{2 * layer}.weight"], self._weights[f"cnn.cnn.{2 * layer}.bias"]
            by_frequency, by_time = (2 if layer else 1), (2 if layer == CONVOLUTIONS - 1 else 1)
            padded = np.pad(x, ((0, 0), (0, 0), (1, 1)))
            height, width = (x.shape[1] - 3) // by_frequency + 1, (x.shape[2] - 1) // by_time + 1
            x = np.repeat(bias[:, None], height * width, axis=1)
            for down in range(3):
                for across in range(3):
                    part = padded[:, down:, across:][:, ::by_frequency, ::by_time][:, :height, :width]
                    x += weight[:, :, down, across] @ part.reshape(len(part), -1)
            x = x.reshape(len(weight), height, width)
            x = np.where(x > 0, x, 0.1 * x).astype(np.float32)
        return x

    def _attention_layer(self, x: Floats, name: str) -> Floats:
        weight, bias = (
            self._weights[f"{name}.self_attn.in_proj_weight"],
            self._weights[f"{name}.self_attn.in_proj_bias"],
        )
        queries, keys, values = (part.reshape(len(x), HEADS, -1) for part in np.split(x @ weight.T + bias, 3, axis=1))
        scores = np.einsum("qhd,khd->hqk", queries, keys) / math.sqrt(queries.shape[-1])
        mixed = np.einsum("hqk,khd->qhd", _softmax(scores), values).reshape(len(x), -1)
        x = self._layer_norm(x + self._linear(mixed, f"{name}.self_attn.out_proj"), f"{name}.norm1")
        forward = self._linear(np.maximum(self._linear(x, f"{name}.linear1"), 0), f"{name}.linear2")
        return self._layer_norm(x + forward, f"{name}.norm2")

    def _linear(self, x: Floats, name: str) -> Floats:
        return x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _batch_norm(self, x: Floats, name: str) -> Floats:
        mean, variance = self._weights[f"{name}.running_mean"], self._weights[f"{name}.running_var"]
        scaled = (x - mean) / np.sqrt(variance + 1e-5)
        return scaled * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]

    def _layer_norm(self, x: Floats, name: str) -> Floats:
        scaled = (x - x.mean(axis=1, keepdims=True)) / np.sqrt(x.var(axis=1, keepdims=True) + 1e-5)
        return scaled * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _softmax(x: Floats) -> Floats:
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _compressed_spectrum(samples: Floats) -> Floats:
    """Return real and imaginary part, frequencies, times; the magnitude to the power of 0.3."""
    around = (WINDOW - HOP) // 2
    frames = sliding_window_view(np.pad(samples, around, mode="reflect"), WINDOW)[::HOP]
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)
    spectrum = np.fft.rfft(frames * window, axis=1).T
    magnitude = np.maximum(np.abs(spectrum), 1e-12)
    spectrum = magnitude**0.3 * spectrum / magnitude
    return np.stack([spectrum.real, spectrum.imag]).astype(np.float32)


def _weights(path: Path) -> dict[str, Floats]:
    """Read a file of PyTorch's: a zip with the pickled shapes and the numbers in files beside it."""
    with zipfile.ZipFile(path) as archive:
        folder = archive.namelist()[0].split("/")[0]

        class Reader(pickle.Unpickler):
            def find_class(self, module: str, name: str) -> Any:
                known = {
                    ("collections", "OrderedDict"): OrderedDict,
                    ("torch._utils", "_rebuild_tensor_v2"): _tensor,
                    ("torch", "FloatStorage"): np.float32,
                    ("torch", "LongStorage"): np.int64,
                }
                return known[module, name]  # nothing else may come out of the file

            def persistent_load(self, name: Any) -> Any:
                _, kind, key, *_ = name
                return np.frombuffer(archive.read(f"{folder}/data/{key}"), kind)

        found: dict[str, Floats] = Reader(io.BytesIO(archive.read(f"{folder}/data.pkl"))).load()["model"]
        return found


def _tensor(numbers: Any, offset: int, size: tuple[int, ...], strides: tuple[int, ...], *_: Any) -> Any:
    item = numbers.itemsize
    return np.lib.stride_tricks.as_strided(numbers[offset:], size, [item * stride for stride in strides])

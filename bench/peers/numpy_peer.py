"""R36 with numpy, in doubles, whole columns at a time."""

import numpy as np

import numpy_card
import peer

figures, stations = peer.columns()
officers = numpy_card.Officers(figures.astype(np.float64), stations)
peer.measure(f"numpy {np.__version__}, doubles, 1 thread", "numpy.i32", officers.results, lambda result: result)

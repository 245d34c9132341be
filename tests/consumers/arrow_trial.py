"""cwp/arrow.hpp against a reader and writer that others keep: pyarrow hands over batches of every type, as slices, with nulls
and dictionaries, reads the results, validates them in full and compares them with the CSV, cell by cell; nothing stays
allocated.

arrow_trial.py SOURCE BUILD, by a Python that has pyarrow; BUILD holds libcwp.a. `./dev nightly` makes a venv for it.
"""

import ctypes
import decimal
import pathlib
import subprocess
import sys
import tempfile

import pyarrow as pa

SOURCE, BUILD = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
RULES = """cwp: 1
id: trial
attributes: {area: {type: text, one_of: [urban, rural], default: rural}}
metrics:
  visits: {per: month, fold: sum, absent: zero}
categories:
  - id: work
    full: 10
    beyond_full: true
    items: [{id: visiting, per: month, full: 10, min: -1000, max: 1000000000, if_missing: zero, decimals: 4, points: "if(area = 'urban', visits, visits + 1)"}]
assessments: {month: {floor: none}}
"""
KEYS = ["ann", "bob", "eve", "王芳"]


def library(folder):
    flags = "-std=c++20 -O1 -shared -fPIC -Wl,--exclude-libs,ALL".split()
    libraries = "-lfmt -lyaml-cpp -lcrypto -lmpfr -lgmp -lutf8proc".split()
    made = folder / "arrow_door.so"
    door = SOURCE / "tests/consumers/arrow_door.cpp"
    command = ["c++", *flags, f"-I{SOURCE}/include", door, BUILD / "libcwp.a", *libraries, "-o", made]
    subprocess.run(command, check=True)
    return ctypes.CDLL(str(made))


def through(door, batch, parts=False):
    """The batch of results and the CSV; or what was wrong, as text."""
    memory = [ctypes.create_string_buffer(80) for _ in range(4)]
    array, schema, out, out_schema = map(ctypes.addressof, memory)
    text = ctypes.create_string_buffer(1 << 20)
    batch._export_to_c(array, schema)
    pointers = [ctypes.c_void_p(address) for address in (array, schema, out, out_schema)]
    failed = door.arrow_door(RULES.encode(), b"2026-03", parts, *pointers, text, ctypes.c_size_t(len(text)))
    said = text.value.decode()
    if failed:
        return said
    results = pa.RecordBatch._import_from_c(out, out_schema)
    results.validate(full=True)
    return results, said


def cells(csv):
    return [line.split(",") for line in csv.splitlines()]


def same(results, csv):
    header, *rows = cells(csv)
    assert results.schema.names == header, results.schema
    assert results.num_rows == len(rows)
    for name, column in zip(header, results.columns):
        for row, value in zip(rows, column.to_pylist()):
            written = row[header.index(name)]
            if isinstance(value, decimal.Decimal):
                assert value == decimal.Decimal(written), (name, value, written)
            else:
                assert (value or "") == written, (name, value, written)


def batch_of(visits, keys=None, area=None):
    keys = pa.array(KEYS) if keys is None else keys
    area = pa.array(["urban"] * len(keys)) if area is None else area
    return pa.record_batch([keys, area, visits], names=["officer", "area", "visits"])


def points(door, batch):
    """The item's points, as decimals."""
    results = through(door, batch)
    assert not isinstance(results, str), results
    same(*results)
    return results[0].column("visiting").to_pylist()


def decimals(*texts):
    return [decimal.Decimal(text) for text in texts]


def types():
    """(a column of four figures, their points): written down, not computed."""
    for kind in "int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64".split():
        yield pa.array([1, None, 3, 100], type=getattr(pa, kind)()), decimals("1", "0", "3", "100")
        yield pa.array([1, 2, 3, 100], type=getattr(pa, kind)()), decimals("1", "2", "3", "100")
    yield pa.array([True, None, False, True]), decimals("1", "0", "0", "1")
    yield pa.array([0.1, 0.57, None, float("nan")]), decimals("0.1", "0.57", "0", "0")
    yield pa.array([0.1, 0.57, None, 91.5], type=pa.float32()), decimals("0.1", "0.57", "0", "91.5")
    figures = decimals("0.57", "-1.5", "0", "91.25")
    for kind in (pa.decimal128(38, 20), pa.decimal128(5, 2), *(getattr(pa, n)(5, 2) for n in ("decimal32", "decimal64"))):
        yield pa.array(figures, type=kind), decimals("0.57", "-1.5", "0", "91.25")
        yield pa.array([*figures[:3], None], type=kind), decimals("0.57", "-1.5", "0", "0")
    yield pa.nulls(4), decimals(*"0000")


def trial(door):
    tried = 0
    for column, expected in types():
        assert points(door, batch_of(column)) == expected, (column.type, points(door, batch_of(column)))
        longer = pa.concat_arrays([column.slice(1), column.slice(2), column, column])  # four from the sixth on
        keys, area = pa.array(["x"] * 5 + KEYS + ["x"] * 4), pa.array(["rural"] * 5 + ["urban"] * 8)
        sliced = batch_of(longer, keys, area).slice(5, 4)
        assert points(door, sliced) == expected, (column.type, points(door, sliced))
        tried += 2
    visits = pa.array([1, 2, 3, 4], type=pa.uint16())
    for keys in (pa.string(), pa.large_string(), pa.string_view()):
        assert points(door, batch_of(visits, pa.array(KEYS, type=keys))) == decimals(*"1234")
        long = pa.array([key + "-of-the-second-station" for key in KEYS], type=keys)
        assert points(door, batch_of(visits, long)) == decimals(*"1234")
        tried += 2
    for keys in (pa.array(KEYS).dictionary_encode(), pa.array([7, 8, 9, 10]), pa.array([7, 8, 9, 10], type=pa.uint8())):
        assert points(door, batch_of(visits, keys)) == decimals(*"1234")
        tried += 1
    area = pa.array(["urban", None, "rural", "urban"])
    for values in (area, area.dictionary_encode(), area.cast(pa.large_string()), area.dictionary_encode().slice(0, 4)):
        assert points(door, batch_of(visits, area=values)) == decimals(*"1344")
        tried += 1
    empty = batch_of(visits).slice(0, 0)
    assert points(door, empty) == []
    results, csv = through(door, batch_of(visits), parts=True)
    same(results, csv)
    said = through(door, batch_of(pa.array(["1", "2", "3", "4"]), pa.array(["b", "a", "c", "d"])))
    assert "error[arrow-not-figures]" in said and "error[column-keys]" in said, said
    one = through(door, batch_of(visits))[0].column("officer")  # outlives its batch
    assert one.to_pylist() == KEYS
    return tried + 4


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="cwp-arrow-") as folder:
        count = trial(library(pathlib.Path(folder)))
    assert pa.total_allocated_bytes() == 0, f"{pa.total_allocated_bytes()} bytes are still allocated"
    print(f"pyarrow {pa.__version__}: {count} batches in and out, nothing left allocated")

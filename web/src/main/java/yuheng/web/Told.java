package yuheng.web;

import yuheng.facts.Fault;

/// A fault or a doubt as a page tells it.
///
/// @param at the cell, or the field of a form
record Told(String code, String what, String at, String why, String mend) {
  static Told of(Fault fault, Asked asked) {
    return new Told(
        fault.code(),
        asked.t(fault.what()),
        fault.place().file().contains(".") || fault.place().cell() || fault.place().file().equals("pasted")
            ? fault.place().address()
            : fault.place().file(),
        asked.t(fault.why()),
        asked.t(fault.mend()));
  }
}

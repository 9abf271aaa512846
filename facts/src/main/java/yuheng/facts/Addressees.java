package yuheng.facts;

import java.util.List;
import java.util.Optional;
import yuheng.terms.Words;

/// The units that can be written to, as their register says (收件单位). The register is the only place
/// where it stands where a unit is reached; nobody who has letters sent says it.
public interface Addressees extends Activation.Contacts {
  /// Every unit that stands, by number.
  List<Addressee> all();

  /// One of them.
  Optional<Addressee> find(long unit);

  @Override
  default Optional<String> of(long unit) {
    return find(unit).map(Addressee::contact);
  }

  /// A unit that can be written to.
  ///
  /// @param unit its number in the registers
  /// @param district code of its district; empty where none is known
  /// @param contact its registered contact; may be empty
  record Addressee(long unit, Words name, String district, String contact) {}
}

package yuheng.plan;

import java.util.List;
import java.util.Optional;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A list that the strategy keeps of units of one kind (名录): enterprises, groups, parks, plants,
/// projects. Who is not on it has no figures.
///
/// @param id of the register: `enterprise`
/// @param words what one unit of it is called
/// @param codes which code a unit bears besides its number in the register
/// @param attributes what is kept of each unit, in the order in which it is asked
public record Register(String id, Words words, Codes codes, List<Attribute> attributes) {
  public Register {
    attributes = List.copyOf(attributes);
  }

  /// The codes that units of a register bear.
  public enum Codes {
    /// Nine-digit organization codes (组织机构代码, GB 11714) or unified credit codes (统一社会信用代码, GB
    /// 32100); both name the same unit, and both are tested by their check digit.
    ORGANIZATION,
    /// Any short text that is unique within the register.
    OWN
  }

  /// Something kept of each unit.
  ///
  /// @param required whether a unit without it is refused
  public record Attribute(String id, Words words, Type type, boolean required) {}

  /// What an attribute holds.
  public sealed interface Type {
    /// One line of text.
    record Text() implements Type {}

    /// How the unit itself is reached: the registered contact (登记联系方式). Only the unit changes it.
    record Contact() implements Type {}

    /// A code of a list of the package, `data/lists/ID.csv`, or the districts: `districts`. A code
    /// is tested on the day from which it is said to hold.
    record Code(String list) implements Type {}

    /// A unit of another register, or of this: the group of an enterprise, the enterprise of a
    /// plant. References of one attribute never go in a ring.
    record Reference(String register) implements Type {}

    /// A day.
    record Day() implements Type {}

    /// Yes or no.
    record YesNo() implements Type {}

    /// A whole number of a unit.
    record Amount(Unit unit) implements Type {}
  }

  /// The attribute of that name.
  public Optional<Attribute> find(String attribute) {
    return attributes.stream().filter(one -> one.id().equals(attribute)).findFirst();
  }
}

package yuheng.synth;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Invented names. Each begins 合成, so that nobody takes it for a real one, and is given once.
final class UnitNames {
  private static final String FIRST = "澜琮熠砚霁棠笙翊珩澄岫禾璟逸沐芮昕泓烨骁玥岚旻皓屿杉叙溪煦歆";
  private static final String SECOND = "川杭迪维柏仑驰曼舟朔航荻森黎拓桦蒙徽湃尧晏冉迅捷弘蔚臻沃钰凯";
  private static final String[] FORMS = {"有限公司", "有限公司", "有限责任公司", "股份有限公司", "厂"};

  private final Set<String> given = new HashSet<>();

  String next(RandomGenerator chance, String word, String ending) {
    for (int tried = 0; ; tried++) {
      var name = new StringBuilder("合成");
      name.append(FIRST.charAt(chance.nextInt(FIRST.length())));
      name.append(SECOND.charAt(chance.nextInt(SECOND.length())));
      if (tried > 2) {
        name.append(FIRST.charAt(chance.nextInt(FIRST.length())));
      }
      if (tried > 8) {
        name.append(tried);
      }
      name.append(word).append(ending);
      if (given.add(name.toString())) {
        return name.toString();
      }
    }
  }

  String firm(RandomGenerator chance, String word) {
    return next(chance, word, FORMS[chance.nextInt(FORMS.length)]);
  }
}

package yuheng.terms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How units are spelled, in Chinese and in English.
final class UnitSpelling {
  /// Dimensions that are counted one by one.
  static final Set<String> COUNTED = Set.of("count", "enterprise", "device", "person");

  private static final Map<String, Unit> NAMES = new LinkedHashMap<>();
  private static final Map<String, BigDecimal> SCALES = new LinkedHashMap<>();
  private static final Map<String, BigDecimal> ENGLISH_SCALES =
      Map.of(
          "thousand", new BigDecimal("1e3"),
          "million", new BigDecimal("1e6"),
          "billion", new BigDecimal("1e9"),
          "trillion", new BigDecimal("1e12"));

  static {
    // Longest first: 万亿 before 万.
    for (String[] scale :
        new String[][] {
          {"万亿", "1e12"},
          {"千亿", "1e11"},
          {"百亿", "1e10"},
          {"十亿", "1e9"},
          {"千万", "1e7"},
          {"百万", "1e6"},
          {"十万", "1e5"},
          {"亿", "1e8"},
          {"万", "1e4"},
          {"千", "1e3"},
          {"百", "1e2"}
        }) {
      SCALES.put(scale[0], new BigDecimal(scale[1]));
    }
    names("money", "1", "yuan", "元", "人民币元", "yuan", "CNY", "RMB");
    names("dollar", "1", "US dollars", "美元", "US dollars", "US dollar", "USD");
    names("energy", "1", "kWh", "度", "千瓦时", "千瓦·时", "kWh", "kilowatt-hours");
    names("power", "1", "kW", "千瓦", "kW", "kilowatts");
    names("power", "0.001", "W", "瓦", "W");
    names("mass", "1", "tonnes", "吨", "tonnes", "tonne", "tons", "t");
    names("mass", "0.001", "kg", "千克", "公斤", "kg");
    names(
        "coal equivalent",
        "1",
        "tonnes of standard coal",
        "吨标准煤",
        "吨标煤",
        "tce",
        "tonnes of standard coal",
        "tonnes of coal equivalent");
    names(
        "volume",
        "1",
        "cubic metres",
        "立方米",
        "cubic metres",
        "cubic metre",
        "cubic meters",
        "m3",
        "m³");
    names("volume", "0.001", "litres", "升", "litres");
    names("volume", "1", "kilolitres", "千升", "kilolitres");
    names("area", "1", "m²", "平方米", "m2", "m²", "square metres");
    names("area", "1000000", "km²", "平方公里", "平方千米", "km2", "km²", "square kilometres");
    names("area", "10000", "ha", "公顷", "ha", "hectares");
    names("weight case", "1", "weight cases", "重量箱", "weight cases", "weight case");
    names("length", "1", "m", "米", "metres");
    names("length", "1000", "km", "公里", "千米", "km", "kilometres");
    names("mass", "0.0005", "jin", "斤", "jin");
    names("mu", "1", "mu", "亩", "mu"); // 2000/3 m² has no exact decimal, so it stays by itself
    names("container", "1", "TEU", "标箱", "标准箱", "TEU");
    names("steam", "1", "steam tonnes", "蒸吨", "steam tonnes");
    names("visit", "1", "visits", "人次", "visits", "person-times");
    names("euro", "1", "euros", "欧元", "euros", "EUR");
    names(
        "enterprise", "1", "enterprises", "户", "家", "enterprises", "firms", "households", "groups");
    names(
        "count",
        "1",
        "",
        "个",
        "大",
        "项",
        "次",
        "件",
        "种",
        "列",
        "班",
        "口",
        "支",
        "座",
        "条",
        "处",
        "所",
        "块",
        "张",
        "株",
        "篇",
        "期",
        "场",
        "份",
        "对",
        "艘",
        "架",
        "只",
        "头",
        "家次",
        "笔",
        "本",
        "门",
        "片",
        "井",
        "批",
        "类",
        "级",
        "层",
        "幢",
        "栋",
        "间",
        "孔",
        "眼",
        "道",
        "枚",
        "点",
        "起",
        "items",
        "projects",
        "products",
        "trademarks",
        "trains");
    names("device", "1", "units", "台", "辆", "套", "部", "units", "sets", "vehicles");
    names("person", "1", "people", "人", "名", "people", "person", "persons");
    names("heat", "1", "kJ", "千焦", "kJ", "kilojoules"); // 1/3600 kWh has no exact decimal
    names("year", "1", "years", "年", "years", "year");
    names("day", "1", "days", "天", "日", "days", "day");
    NAMES.put("%", Unit.PERCENT);
    NAMES.put("％", Unit.PERCENT);
    NAMES.put("percent", Unit.PERCENT);
    NAMES.put("per cent", Unit.PERCENT);
    NAMES.put("‰", new Unit("‰", "‰", new TreeMap<>(), new BigDecimal("0.001"), PriceBasis.NONE));
    NAMES.put("个百分点", Unit.PERCENTAGE_POINT);
    NAMES.put("百分点", Unit.PERCENTAGE_POINT);
    NAMES.put("percentage points", Unit.PERCENTAGE_POINT);
    NAMES.put("倍", new Unit("倍", "times", new TreeMap<>(), BigDecimal.ONE, PriceBasis.NONE));
  }

  private UnitSpelling() {}

  private static void names(String dimension, String scale, String english, String... spellings) {
    for (String spelling : spellings) {
      String symbol =
          spelling.equals("大")
              ? "个"
              : spellings[0].equals("个") && spelling.charAt(0) < 128 ? "个" : spelling;
      NAMES.put(
          spelling,
          new Unit(
              symbol.charAt(0) < 128 ? spellings[0] : symbol,
              english,
              new TreeMap<>(Map.of(dimension, 1)),
              new BigDecimal(scale),
              PriceBasis.NONE));
    }
  }

  static List<String> known() {
    return List.copyOf(NAMES.keySet());
  }

  static Optional<Unit> read(String text) {
    String plain =
        text.strip()
            .replace('／', '/')
            .replace('•', '·')
            .replace('⋅', '·')
            .replace(" per ", "/")
            .replace("person-year", "person·year");
    if (plain.isEmpty()) {
      return Optional.of(Unit.ONE);
    }
    int slash = plain.indexOf('/');
    if (slash < 0) {
      return product(plain);
    }
    Optional<Unit> over = slash == 0 ? Optional.of(Unit.ONE) : product(plain.substring(0, slash));
    Optional<Unit> under = product(plain.substring(slash + 1));
    return over.flatMap(o -> under.map(u -> named(o.per(u), plain)));
  }

  private static Unit named(Unit unit, String written) {
    String symbol = written.codePoints().anyMatch(c -> c >= 0x2E80) ? written : unit.symbol();
    String english =
        unit.english().replace("people·years", "person-year").replace("/cubic metres", "/m³");
    return new Unit(symbol, english, unit.dimension(), unit.scale(), unit.prices());
  }

  private static Optional<Unit> product(String text) {
    Optional<Unit> whole = scaled(text);
    if (whole.isPresent()) {
      return whole;
    }
    // 元/人年: two bare names side by side are a product.
    String dotted = text.equals("人年") ? "人·年" : text;
    Optional<Unit> result = Optional.of(Unit.ONE);
    String[] factors = dotted.split("·", -1);
    if (factors.length < 2) {
      return Optional.empty();
    }
    for (String factor : factors) {
      Optional<Unit> next = scaled(factor);
      result = result.flatMap(left -> next.map(left::times));
    }
    return result;
  }

  private static Optional<Unit> scaled(String text) {
    String name = text.strip();
    Unit exact = NAMES.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (Map.Entry<String, BigDecimal> scale : SCALES.entrySet()) {
      if (name.startsWith(scale.getKey())) {
        Unit rest = NAMES.get(name.substring(scale.getKey().length()));
        if (rest != null && !rest.equals(Unit.PERCENT)) {
          return Optional.of(times(rest, scale.getKey() + rest.symbol(), scale.getValue()));
        }
      }
    }
    int space = name.indexOf(' ');
    if (space > 0) {
      BigDecimal scale = ENGLISH_SCALES.get(name.substring(0, space).toLowerCase(Locale.ROOT));
      Unit rest = NAMES.get(name.substring(space + 1).strip());
      if (scale != null && rest != null) {
        return Optional.of(times(rest, scaleSymbol(scale) + rest.symbol(), scale));
      }
    }
    BigDecimal bare = ENGLISH_SCALES.get(name.toLowerCase(Locale.ROOT));
    return Optional.ofNullable(bare).map(scale -> times(Unit.ONE, scaleSymbol(scale), scale));
  }

  private static String scaleSymbol(BigDecimal scale) {
    return switch (scale.precision() - scale.scale() - 1) {
      case 3 -> "千";
      case 6 -> "百万";
      case 9 -> "十亿";
      default -> "万亿";
    };
  }

  private static Unit times(Unit unit, String symbol, BigDecimal scale) {
    return new Unit(
        symbol, unit.english(), unit.dimension(), unit.scale().multiply(scale), unit.prices());
  }
}

package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yuheng.testing.Golden;

/// The grammar knows general words only: no place, no firm, no industry of any one document.
class VocabularyTest {
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\n]*)\"");
  private static final List<String> PLACES =
      List.of("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆".split(" ", -1));
  private static final List<String> MORE_PLACES =
      List.of(
          ("四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 长江 黄河 乌江 黔中 渝 蓉 沪 粤 两江 西永 寸滩 长寿 万州 北部"
                  + " 主城 都市区 渝东 成都 武汉 南宁 广州 深圳 西安")
              .split(" ", -1));
  private static final List<String> FIRMS =
      List.of("长安 重钢 西南铝 江铃 柳钢 东风 上汽 中石油 中石化 华为 富士康 惠普 宏碁 比亚迪".split(" ", -1));
  private static final List<String> INDUSTRIES =
      List.of(
          ("汽车 摩托车 电子 装备 化工 石化 材料 钢铁 铝 玻璃 水泥 能源 煤炭 电力 油 天然气 医药 纺织 服装 造纸 笔记本 软件 家电业"
                  + " 半导体 光伏 烟草 烟酒 白酒 磷 柑橘 蚕桑 生猪 旅游 钢材")
              .split(" ", -1));

  @Test
  void noWordOfTheTablesNamesAPlaceAFirmOrAnIndustry() {
    var named = new ArrayList<String>();
    for (String word : Lexicon.all()) {
      names().filter(word::contains).forEach(name -> named.add(name + " in " + word));
    }
    assertThat(named).isEmpty();
  }

  @Test
  void noWordInTheCodeDoes() throws IOException {
    var named = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(Golden.home().resolve("prose/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file).replaceAll("(?m)^\\s*///.*$", "");
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
          String word = literal.group(1);
          names().filter(word::contains).forEach(name -> named.add(name + " in " + word));
        }
      }
    }
    assertThat(named).isEmpty();
  }

  private static Stream<String> names() {
    return Stream.of(PLACES, MORE_PLACES, FIRMS, INDUSTRIES).flatMap(List::stream);
  }
}

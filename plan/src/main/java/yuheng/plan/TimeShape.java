package yuheng.plan;

/// How a quantity lives in time (时间属性), which says which periods may be compared.
public enum TimeShape {
  /// An amount in a period (流量): a year's output.
  FLOW,
  /// An amount at a moment (存量): capacity on a day.
  STOCK,
  /// A ratio (比率): output per kWh.
  RATE,
  /// An amount since the strategy's span began (累计): capacity retired since 2011.
  CUMULATIVE
}

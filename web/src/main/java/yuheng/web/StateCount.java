package yuheng.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import yuheng.indicators.Standing;
import yuheng.indicators.State;

/// How many targets are in a state.
record StateCount(String code, String mark, String name, int count) {

  static List<StateCount> of(List<Standing> standings, Asked asked) {
    var counts = new EnumMap<State, Integer>(State.class);
    standings.forEach(standing -> counts.merge(standing.state(), 1, Integer::sum));
    var list = new ArrayList<StateCount>();
    counts.forEach(
        (state, count) ->
            list.add(new StateCount(state.code(), state.mark(), asked.t(state.words()), count)));
    return list;
  }
}

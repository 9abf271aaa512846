/// The pages: the strategy as a living document, each target down to the source of its figure, the
/// table of targets, pillars and districts; and the review of drafts of further plans.
///
/// - Entry: [YuhengServer#start].
/// - Every page is a pure function of the plan, its figures and what the address asks: `as-of`,
///   `known-on`, `lang`. Templates get a view record, never a domain object.
/// - What changes something passes [Door]: who asks, by which rule of [RouteRules], from whose
///   form.
/// - Works without JavaScript; htmx opens drawers in place, ECharts draws.
/// - Hides: Spring, jte, the GeoJSON reader.
/// - Depends on: `terms`, `plan`, `facts`, `indicators`, `prose`, `draft`.
@NullMarked
package yuheng.web;

import org.jspecify.annotations.NullMarked;

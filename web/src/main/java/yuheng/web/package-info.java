/// The pages: the strategy as a living document, each target down to the source of its figure, the
/// table of targets, pillars and districts; and the review of drafts of further plans.
///
/// - Entry: [YuhengServer#start].
/// - Every page of figures is a pure function of the plan, its figures and what the address asks:
///   `as-of`, `known-on`, `lang`. Templates get a view record, never a domain object.
/// - Everybody reads. With a journal, accounts sign in: [Door] is what every request passes,
///   [RouteRules] says who may ask for what, [Who] says who asks. A form that changes something
///   begins with `@template.csrf(frame = …)`; a part that needs the journal is marked
///   [NeedsJournal].
/// - Works without JavaScript; htmx opens drawers in place, ECharts draws.
/// - Hides: Spring and Spring Security, Bouncy Castle, jte, the GeoJSON reader.
/// - Depends on: `terms`, `plan`, `prose`, `draft`, `facts`, `indicators`, `delivery`.
@NullMarked
package yuheng.web;

import org.jspecify.annotations.NullMarked;

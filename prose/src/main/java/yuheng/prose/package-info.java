/// The quantities of policy prose: where each stands, how much of what, when, of whom, and whether
/// it is a commitment, a result, a base value or part of a name.
///
/// - Entry: [PolicyText#mentions()]. A text is any Chinese or English policy document; nothing here
///   knows a place, a firm or an industry.
/// - Every [Mention] says which rules took it for what it is, and on which words.
/// - Offsets are 0-based code points of the text as given.
/// - No text is refused: where nothing is found the list is empty.
/// - Hides: the two grammars.
/// - Depends on: `terms`.
@NullMarked
package yuheng.prose;

import org.jspecify.annotations.NullMarked;

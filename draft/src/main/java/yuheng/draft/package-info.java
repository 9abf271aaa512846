/// From a policy document to a plan package: reads the document, proposes a target for every
/// commitment its text makes, keeps what people decide about the proposals, and writes the package.
///
/// - Entry: [PolicyDocument#read], [Draft#of], [Review#of], [ReviewFolder#open], [DraftPackage#of].
/// - A proposal is never a fact: whatever is uncertain is a [Doubt], in both languages, for a
///   person.
/// - Offsets are 0-based code points of exactly the text that is kept beside the package.
/// - What is wrong with a document is a problem (`DR…`); a disk that fails is an
///   `UncheckedIOException`.
/// - Hides: Apache POI, Apache PDFBox, jsoup, Jackson.
/// - Depends on: `prose`, `plan`, `terms`.
@NullMarked
package yuheng.draft;

import org.jspecify.annotations.NullMarked;

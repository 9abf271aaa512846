/// What is made of where targets stand: duties that somebody answers for, and the monthly bulletin.
///
/// - [Duties] follows a [Duty] from the day it was opened to the day a reviewer closed it. All of
///   it is acts of the journal; its lamp is the indicator's own standing, never what its owner
///   says.
/// - [BulletinDesk] takes a [Bulletin] from draft to frozen. Every number in it is [Bound] to the
///   published figures it came from; [BulletinFile] writes it as .docx and PDF.
/// - Hides: Apache POI, openhtmltopdf and PDFBox, JSON.
/// - Depends on: `terms`, `plan`, `facts`, `indicators`.
@NullMarked
package yuheng.delivery;

import org.jspecify.annotations.NullMarked;

/// What the tests of every room share: claims checked on drawn cases ([ForAll]) and text held to a
/// file that a person reviews ([Golden]).
///
/// Used by tests only; nothing of the product knows this package.
@NullMarked
package yuheng.testing;

import org.jspecify.annotations.NullMarked;

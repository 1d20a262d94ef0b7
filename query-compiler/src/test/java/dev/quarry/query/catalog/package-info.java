@NullMarked
package dev.quarry.query.catalog;

import org.jspecify.annotations.NullMarked;

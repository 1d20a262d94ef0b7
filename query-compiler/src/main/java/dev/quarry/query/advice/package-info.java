/** Whether an index finds a filter's records, told from the filter alone. Depends on ir and type. */
@NullMarked
package dev.quarry.query.advice;

import org.jspecify.annotations.NullMarked;

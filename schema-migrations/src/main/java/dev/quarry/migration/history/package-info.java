/** What has been done to a database's stores, kept in the database. */
@NullMarked
package dev.quarry.migration.history;

import org.jspecify.annotations.NullMarked;

/** The schemas of stores as files in a project's repository, and whether records and databases are in step with them. */
@NullMarked
package dev.quarry.migration.file;

import org.jspecify.annotations.NullMarked;

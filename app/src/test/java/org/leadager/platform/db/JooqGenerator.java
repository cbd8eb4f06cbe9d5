package org.leadager.platform.db;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of {@code org.leadager.platform.db.jooq} from a migrated database. Run
 * {@code main} after changing a migration, and commit what it wrote; a test fails when the two
 * disagree.
 */
final class JooqGenerator {
  private static final String[] SCHEMAS = {
    "platform",
    "people",
    "access",
    "instruments",
    "rounds",
    "answers",
    "scores",
    "reports",
    "diagnosis",
    "cases"
  };

  private JooqGenerator() {}

  /** Arguments: JDBC URL, user, password of the owner, and the source folder to write to. */
  public static void main(String[] args) throws Exception {
    generate(args[0], args[1], args[2], Path.of(args[3]));
  }

  static void generate(String url, String user, String password, Path folder) throws Exception {
    var database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withIncludes(".*")
            .withExcludes("spring_session.*|scheduled_tasks|flyway_schema_history")
            .withIncludeRoutines(true);
    for (String schema : SCHEMAS) {
      database.getSchemata().add(new SchemaMappingType().withInputSchema(schema));
    }
    GenerationTool.generate(
        new Configuration()
            .withJdbc(
                new Jdbc()
                    .withDriver("org.postgresql.Driver")
                    .withUrl(url)
                    .withUser(user)
                    .withPassword(password))
            .withGenerator(
                new Generator()
                    .withDatabase(database)
                    .withGenerate(
                        new Generate()
                            .withGeneratedAnnotation(false)
                            .withComments(false)
                            .withKeys(true)
                            .withIndexes(false)
                            .withGlobalObjectReferences(true))
                    .withTarget(
                        new Target()
                            .withPackageName("org.leadager.platform.db.jooq")
                            .withDirectory(folder.toString()))));
  }
}

package org.leadager.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.leadager.Leadager;
import org.leadager.architecture.planted.people.PlantedViolation;

class PackageOrderTest {
  private static final JavaClasses APPLICATION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackagesOf(Leadager.class);

  private final PackageOrder order = new PackageOrder("org.leadager");

  @Test
  void noPackageImportsOneThatStandsBelowItInTheList() {
    JavaClasses features =
        APPLICATION.that(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "the application's own", type -> !isOtherModule(type.getPackageName())));
    assertThat(features).hasSizeGreaterThan(10);
    assertThat(order.unplaced(features)).isEmpty();
    assertThat(order.violations(features)).isEmpty();
  }

  @Test
  void onlyScoresKnowsTheEngine() {
    assertThat(
            APPLICATION.stream()
                .filter(type -> !isOtherModule(type.getPackageName()))
                .filter(type -> !type.getPackageName().startsWith("org.leadager.scores"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(d -> d.getTargetClass().getPackageName().startsWith("org.leadager.engine"))
                .map(d -> d.getDescription()))
        .isEmpty();
  }

  @Test
  void aPlantedViolationIsCaught() {
    JavaClasses planted = new ClassFileImporter().importPackagesOf(PlantedViolation.class);
    JavaClasses both = new ClassFileImporter().importPackages("org.leadager.architecture.planted");
    assertThat(planted).isNotEmpty();
    assertThat(new PackageOrder("org.leadager.architecture.planted").violations(both))
        .isNotEmpty()
        .allSatisfy(
            said -> assertThat(said).contains("PlantedViolation").contains("PlantedTarget"));
  }

  private static boolean isOtherModule(String name) {
    return name.startsWith("org.leadager.engine") || name.startsWith("org.leadager.charts");
  }
}

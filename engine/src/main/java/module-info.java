/**
 * Ratings in, estimates with their uncertainty out: java.base at run time, and vectors where they
 * are offered.
 */
module org.leadager.engine {
  requires static jdk.incubator.vector;
  requires static org.jspecify;

  exports org.leadager.engine.agree;
  exports org.leadager.engine.calibrate;
  exports org.leadager.engine.crossed;
  exports org.leadager.engine.data;
  exports org.leadager.engine.facets;
  exports org.leadager.engine.fit;
  exports org.leadager.engine.link;
  exports org.leadager.engine.model;
  exports org.leadager.engine.rating;
  exports org.leadager.engine.simulate;
}

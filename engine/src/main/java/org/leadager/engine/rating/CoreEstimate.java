package org.leadager.engine.rating;

/** Posterior of one subject's core: mode, covariance, and linear functions of it. */
final class CoreEstimate {
  final SubjectMode mode;
  final ItemSensitivity sensitivity;
  final int size;

  /** Laplace covariance: given the item parameters. */
  final double[] given;

  /** The same plus what comes from uncertain items. */
  final double[] covariance;

  /**
   * @param pull how uncertain items pull at the subject's core
   */
  CoreEstimate(SubjectMode mode, ItemPull pull) {
    this.mode = mode;
    size = mode.posterior().layout.size;
    given = Dense.inverse(mode.elimination().matrix, size);
    covariance = given.clone();
    sensitivity = new ItemSensitivity(pull, given);
    sensitivity.addTo(covariance);
  }

  double value(double[] functional) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      sum += functional[j] * mode.state().core[j];
    }
    return sum;
  }

  /** fᵀ C g. */
  static double bilinear(double[] f, double[] c, double[] g) {
    int n = f.length;
    double sum = 0;
    for (int j = 0; j < n; j++) {
      if (f[j] != 0) {
        double row = 0;
        for (int k = 0; k < n; k++) {
          row += c[j * n + k] * g[k];
        }
        sum += f[j] * row;
      }
    }
    return sum;
  }

  Estimate estimate(double[] functional) {
    return new Estimate(value(functional), Math.sqrt(bilinear(functional, covariance, functional)));
  }

  double[] axis(int a) {
    double[] f = new double[size];
    f[a] = 1;
    return f;
  }

  /** w_c · axes + s_c. */
  double[] competence(int c) {
    double[] f = new double[size];
    RatingStructure structure = mode.posterior().terms.structure;
    for (int a = 0; a < structure.axes(); a++) {
      f[a] = structure.competenceWeight(c, a);
    }
    int s = mode.posterior().layout.competence(c);
    if (s >= 0) {
      f[s] = 1;
    }
    return f;
  }

  JointEstimate axes() {
    int n = mode.posterior().terms.axes;
    double[] mean = new double[n];
    double[] block = new double[n * n];
    for (int i = 0; i < n; i++) {
      mean[i] = mode.state().core[i];
      for (int j = 0; j < n; j++) {
        block[i * n + j] = covariance[i * size + j];
      }
    }
    return new JointEstimate(mean, block);
  }
}

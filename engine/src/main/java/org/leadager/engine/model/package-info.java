/** Item models: what chance each category has at a point of the latent space. */
@NullMarked
package org.leadager.engine.model;

import org.jspecify.annotations.NullMarked;

/** The FeatureStore on H2GIS (embedded) and on PostGIS, with its migrations. SQL is written only here. */
package org.tongcheng.store;
